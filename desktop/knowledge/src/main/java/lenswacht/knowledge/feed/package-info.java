/// Public feeds of vulnerabilities, read from files that somebody brought: NVD 2.0, CVE 5, the list
/// of exploited vulnerabilities, EPSS and CSAF with VEX. Nothing is fetched.
package lenswacht.knowledge.feed;

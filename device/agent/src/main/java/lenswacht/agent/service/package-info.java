/// What the agent is as a service of a box of its own: it tells the system's service manager that
/// it is ready and alive, hands its mandate to the packet filter, and watches battery, temperature
/// and storage. Knows nothing of scan runs.
@NullMarked
package lenswacht.agent.service;

import org.jspecify.annotations.NullMarked;

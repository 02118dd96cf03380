package lenswacht.console;

import java.nio.file.Path;
import java.time.Clock;
import lenswacht.console.desk.CaseShelf;
import lenswacht.console.desk.DraftShelf;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.desk.Knowledge;
import lenswacht.console.desk.Signing;
import lenswacht.console.visit.VisitLine;
import lenswacht.fingerprint.Identifier;

/// What the other rooms do for the console.
///
/// @param shelf opens cases and writes reports
/// @param line speaks to the device
/// @param knowledge the edition that is judged with
/// @param identifier says what was seen
/// @param findingTexts words findings as the report does
/// @param clock the time of this computer
/// @param signing what is done with the key of this console
/// @param drafts where what is half filled in outlives the window
/// @param imported folder of knowledge of this computer
record Rooms(
    CaseShelf shelf,
    VisitLine line,
    Knowledge knowledge,
    Identifier identifier,
    FindingTexts findingTexts,
    Clock clock,
    Signing signing,
    DraftShelf drafts,
    Path imported) {}

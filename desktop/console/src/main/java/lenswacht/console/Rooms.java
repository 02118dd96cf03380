package lenswacht.console;

import lenswacht.console.desk.CaseShelf;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.product.ProductKnowledge;
import lenswacht.console.visit.VisitLine;

/// What the other rooms do for the console.
///
/// @param shelf opens cases and writes reports
/// @param line speaks to the device
/// @param products knows products without seeing them
/// @param findingTexts words findings as the report does
record Rooms(
    CaseShelf shelf, VisitLine line, ProductKnowledge products, FindingTexts findingTexts) {}

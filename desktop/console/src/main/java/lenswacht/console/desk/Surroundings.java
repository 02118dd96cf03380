package lenswacht.console.desk;

import java.time.Clock;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import lenswacht.console.text.Texts;
import lenswacht.fingerprint.Identifier;

/// What every screen is given.
///
/// @param texts words in the language that is spoken
/// @param desk the case on the desk, and work on it
/// @param files asks the officer for a file
/// @param knowledge the edition that is judged with
/// @param identifier says what was seen
/// @param officer the name of who sits here, as it stands beside what that person says
/// @param zoom how many times as large as usual everything is
/// @param clock the time of this computer
/// @param signing what is done with the key of this console
/// @param drafts what is half filled in
public record Surroundings(
    Texts texts,
    CaseDesk desk,
    FileChoice files,
    Knowledge knowledge,
    Identifier identifier,
    StringProperty officer,
    ObservableValue<Double> zoom,
    Clock clock,
    Signing signing,
    Drafts drafts) {}

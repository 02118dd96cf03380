package lenswacht.knowledge;

import java.time.LocalDate;

/// Where an imported statement comes from.
///
/// @param file name of the file that brought it
/// @param sha256 of the bytes of that file, 64 hex digits
/// @param publisher who states it, as the file names them
/// @param isOfMaker whether the publisher calls itself the maker of the product
/// @param stated day of the statement, as far as it was given; may be empty
/// @param imported day on which it was imported
/// @param check what hash and signature beside the file said
/// @param said the range in the words of the file; may be empty
public record Provenance(
    String file,
    String sha256,
    String publisher,
    boolean isOfMaker,
    String stated,
    LocalDate imported,
    String check,
    String said) {}

package lenswacht.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lenswacht.report.Audience;
import lenswacht.report.ReportKind;
import lenswacht.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {
  @TempDir Path folder;

  @Test
  void oscal_holds_against_its_published_schema_for_every_audience() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V7)
            .getSchema(
                // In two places it has a member where a keyword belongs; validators stumble over
                // it.
                resource("/schema/json/oscal-ar_schema.json")
                    .replaceAll("\"\\$id\" : \"#[^\"]*\",", "")
                    .replaceAll("\"id\" : \\{(\\s*)\"id\" :", "\"id\" : {$1\"member\" :"));
    for (Audience audience : Audience.values()) {
      Path file = folder.resolve(audience.word() + ".json");
      new ReportFile(Samples.of(6), Samples.order(ReportKind.TECHNICAL, "nl").forAudience(audience))
          .write(Format.OSCAL, file);
      String text = Files.readString(file);
      assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
      assertThat(text)
          .contains("\"TEST\"", "\"INTERVIEW\"", "\"EXAMINE\"")
          .contains("\"related-observations\"", "\"related-risks\"", "\"assessment-log\"");
      // Nothing in it is younger than the version of that schema.
      assertThat(schema.validate(text.replace("\"1.2.2\"", "\"1.1.3\""), InputFormat.JSON))
          .isEmpty();
    }
    assertThat(schema.validate("{\"assessment-results\":{}}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void the_inventory_holds_against_the_schema_of_cyclonedx() throws IOException {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            VersionFlag.V7,
            builder ->
                builder.schemaLoaders(
                    loaders ->
                        loaders.schemas(
                            Map.of(
                                "http://cyclonedx.org/schema/spdx.schema.json",
                                resource("/spdx.schema.json"),
                                "http://cyclonedx.org/schema/jsf-0.82.schema.json",
                                resource("/jsf-0.82.schema.json")))));
    JsonSchema schema = factory.getSchema(resource("/bom-1.6.schema.json"));
    Path file = folder.resolve("bom.json");
    Written written =
        new ReportFile(Samples.vulnerable(), Samples.order(ReportKind.TECHNICAL, "en"))
            .write(Format.CYCLONEDX, file);
    assertThat(schema.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
    assertThat(written.counts())
        .anySatisfy(
            count -> {
              assertThat(count.thing()).isEqualTo(Written.Thing.VULNERABILITIES);
              assertThat(count.number()).isPositive();
            });
    assertThat(Files.readString(file))
        .contains("\"ratings\"", "\"state\" : \"exploitable\"", "\"status\" : \"affected\"");
    assertThat(schema.validate("{\"bomFormat\":\"other\"}", InputFormat.JSON)).isNotEmpty();
  }

  private static String resource(String name) {
    try (InputStream in = ExchangeTest.class.getResourceAsStream(name)) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}

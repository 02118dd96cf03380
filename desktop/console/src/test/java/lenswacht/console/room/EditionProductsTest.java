package lenswacht.console.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import lenswacht.console.product.ProductLine;
import lenswacht.console.product.ProductList.Product;
import lenswacht.console.text.Language;
import lenswacht.console.text.Texts;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import org.junit.jupiter.api.Test;

class EditionProductsTest {
  private final EditionProducts products =
      new EditionProducts(new Identifier(Catalogue.bundled()), Edition.bundled().makers());
  private final Texts texts = Texts.load(Language.NL, ZoneOffset.UTC);

  @Test
  void a_known_maker_comes_with_facts_that_name_their_source() {
    ProductLine line = products.lookUp(new Product("Hikvision", "DS-2CD2143G2-I"));
    assertThat(line.maker()).contains("Hikvision");
    assertThat(line.facts()).isNotEmpty();
    assertThat(line.facts()).allSatisfy(fact -> assertThat(texts.render(fact)).contains("bron"));
  }

  @Test
  void an_unknown_brand_is_not_determined_and_nothing_is_guessed() {
    ProductLine line = products.lookUp(new Product("Quuxcam", "Q-1"));
    assertThat(line.maker()).isEmpty();
    assertThat(line.facts()).isEmpty();
  }

  @Test
  void a_label_is_followed_to_the_maker_behind_it() {
    ProductLine line = products.lookUp(new Product("TruVision", "TVB-5602"));
    assertThat(line.maker()).contains("Hikvision");
  }

  @Test
  void a_label_with_several_makers_behind_it_stays_open() {
    assertThat(products.lookUp(new Product("LTS", "")).maker()).isEmpty();
  }
}

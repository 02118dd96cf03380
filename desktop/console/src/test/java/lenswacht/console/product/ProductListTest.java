package lenswacht.console.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import lenswacht.console.product.ProductList.Product;
import org.junit.jupiter.api.Test;

class ProductListTest {
  @Test
  void brand_and_model_are_read_whatever_stands_between() throws ProductListException {
    ProductList list =
        ProductList.parse(
            """
            merk;type;aantal
            Hikvision;DS-2CD2143G2-I;12
            "Axis";"P3265;LVE"

            Dahua\tIPC-HFW2441S
            Hanwha, XNV-8080R
            Hikvision;DS-2CD2143G2-I;3
            Bosch
            """);
    assertThat(list.products())
        .containsExactly(
            new Product("Hikvision", "DS-2CD2143G2-I"),
            new Product("Axis", "P3265;LVE"),
            new Product("Dahua", "IPC-HFW2441S"),
            new Product("Hanwha", "XNV-8080R"),
            new Product("Bosch", ""));
    assertThat(list.repeats()).isEqualTo(1);
  }

  @Test
  void a_list_without_products_is_refused() {
    assertThatThrownBy(() -> ProductList.parse(" \n;;\nbrand;model"))
        .isInstanceOf(ProductListException.class);
  }

  @Test
  void a_list_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> ProductList.parse("x".repeat(ProductList.LONGEST + 1)))
        .isInstanceOf(ProductListException.class);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= ProductList.MOST; i++) {
      many.append("brand").append(i).append(";m\n");
    }
    assertThatThrownBy(() -> ProductList.parse(many.toString()))
        .isInstanceOf(ProductListException.class);
  }

  @Test
  void no_text_gives_more_than_a_list_or_a_refusal() {
    String whole = "merk;type\nHikvision;\"DS;2\"\nAxis,P32\u202e65\r\nDahua\t\0\n";
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text =
          new StringBuilder(whole.substring(0, random.nextInt(whole.length() + 1)));
      for (int flips = 0; flips < 4 && text.length() > 0; flips++) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x10000));
      }
      try {
        assertThat(ProductList.parse(text.toString()).products())
            .allSatisfy(product -> assertThat(product.brand()).isNotBlank());
      } catch (ProductListException refused) {
        assertThat(refused.why()).isNotNull();
      }
    }
  }
}

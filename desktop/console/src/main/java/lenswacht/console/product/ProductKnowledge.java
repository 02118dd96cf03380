package lenswacht.console.product;

/// What is known of products without seeing one.
public interface ProductKnowledge {
  /// What is known of `product`. May take long.
  ProductLine lookUp(ProductList.Product product);
}

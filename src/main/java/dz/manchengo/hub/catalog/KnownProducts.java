package dz.manchengo.hub.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The products of one file, looked up portion by portion and kept: the same product is asked for
 * once, however long the file.
 */
public final class KnownProducts {
  /** More products than any company has; a file of them is looked up anew now and then. */
  private static final int MOST = 200_000;

  private final Products products;
  private final long submission;
  private final boolean writes;
  private final Map<String, ProductMatch> matches = new HashMap<>();

  KnownProducts(Products products, long submission, boolean writes) {
    this.products = products;
    this.submission = submission;
    this.writes = writes;
  }

  /** The mentions that are known, by {@link ProductMention#key()}. */
  public Map<String, ProductMatch> find(Collection<ProductMention> mentions) {
    List<ProductMention> open =
        mentions.stream().filter(mention -> !matches.containsKey(mention.key())).toList();
    if (!open.isEmpty()) {
      keep(products.find(open));
    }
    Map<String, ProductMatch> found = new HashMap<>();
    for (ProductMention mention : mentions) {
      ProductMatch match = matches.get(mention.key());
      if (match != null) {
        found.put(mention.key(), match);
      }
    }
    return found;
  }

  /**
   * Makes provisional records for mentions that {@link #find} did not know, by their keys. Where
   * nothing is to be written the answer is what it would be.
   */
  public Map<String, ProductMatch> create(Collection<ProductMention> unknown) {
    if (unknown.isEmpty()) {
      return new HashMap<>();
    }
    Map<String, ProductMatch> made =
        writes ? products.create(unknown, submission) : products.imagined(unknown);
    keep(made);
    return made;
  }

  private void keep(Map<String, ProductMatch> found) {
    if (matches.size() + found.size() > MOST) {
      matches.clear();
    }
    matches.putAll(found);
  }
}

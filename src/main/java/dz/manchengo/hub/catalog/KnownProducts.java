package dz.manchengo.hub.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
  private final Map<String, List<String>> namesakes = new HashMap<>();

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
   * Makes provisional records for mentions that {@link #find} did not know, by their keys; none for
   * a name that several records have. Where nothing is to be written the answer is what it would
   * be.
   */
  public Map<String, ProductMatch> create(Collection<ProductMention> unknown) {
    List<ProductMention> clear =
        unknown.stream().filter(mention -> namesakes(mention).isEmpty()).toList();
    if (clear.isEmpty()) {
      return new HashMap<>();
    }
    Products.Found made = writes ? products.create(clear, submission) : imagined(clear);
    keep(made);
    return made.matches();
  }

  private Products.Found imagined(List<ProductMention> unknown) {
    return new Products.Found(products.imagined(unknown), Map.of());
  }

  /**
   * Codes of the articles that the name of a mention may mean, where there are several and nothing
   * tells which (MDM-024); empty for one that is merely unknown.
   */
  public List<String> namesakes(ProductMention mention) {
    return namesakes.getOrDefault(mention.key(), List.of());
  }

  /**
   * Names records that lines without a description have made.
   *
   * @param names by the record's id
   */
  public void giveNames(SortedMap<Long, String> names) {
    if (writes) {
      products.giveNames(names, submission);
    }
  }

  /** Codes of the records that have such a name, by {@link NameKey#of}. */
  public Map<String, List<String>> called(Collection<String> names) {
    return products.called(names);
  }

  /** Whether it is the code of a record that documents made for a name alone. */
  public static boolean isMadeForName(String code) {
    return code.startsWith(Products.MADE_FOR_NAME);
  }

  private void keep(Products.Found found) {
    if (matches.size() + namesakes.size() + found.matches().size() > MOST) {
      matches.clear();
      namesakes.clear();
    }
    matches.putAll(found.matches());
    namesakes.putAll(found.namesakes());
  }
}

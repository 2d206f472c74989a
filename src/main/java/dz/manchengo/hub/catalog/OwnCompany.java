package dz.manchengo.hub.catalog;

/** The company that the hub works for. */
@FunctionalInterface
public interface OwnCompany {
  /**
   * Whether that is the company's tax number.
   *
   * @param nif letters and digits only
   */
  boolean hasNif(String nif);
}

package dz.manchengo.hub.catalog;

import java.util.Optional;

/** The company that the hub works for. */
@FunctionalInterface
public interface OwnCompany {
  /** Digits of a company's NIF; a branch has its company's and five of its own behind them. */
  int NIF = 15;

  /** Its tax number, digits only; empty while nobody has told it. */
  Optional<String> nif();

  /**
   * Whether that is the company's tax number or one of its branches'.
   *
   * @param nif letters and digits only
   */
  default boolean hasNif(String nif) {
    return nif().filter(own -> own.equals(nif) || isOfOneCompany(own, nif)).isPresent();
  }

  private static boolean isOfOneCompany(String own, String nif) {
    return isNif(own) && isNif(nif) && own.startsWith(nif.substring(0, NIF));
  }

  private static boolean isNif(String nif) {
    return nif.length() == NIF || nif.length() == NIF + 5;
  }
}

package dz.manchengo.hub.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The company's own record, by which a document names it. */
record OwnRecord(String name, @Nullable String nif) {
  /** Whether that name is the company's, whatever its spelling and legal form. */
  boolean isCalled(@Nullable String other) {
    return other != null && NameKey.areAlike(other, name);
  }

  /** Whether that tax number is the company's or one of its branches'. */
  boolean hasNif(@Nullable String other) {
    OwnCompany company = () -> Optional.ofNullable(nif);
    return other != null && company.hasNif(other);
  }
}

package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One side of a UBL document, in the columns that end in its role: « NIF client ». */
final class UblParty {
  private static final Pattern PREFIX = Pattern.compile("(?i)^DZ(?=[ 0-9])");

  private final UblElement element;
  private final UblElement party;

  /**
   * @param element such as {@code AccountingCustomerParty}
   */
  UblParty(UblElement element) {
    this.element = element;
    UblElement inner = element.first("Party");
    this.party = inner == null ? element : inner;
  }

  /**
   * @param role {@code client} or {@code fournisseur}
   */
  void put(Map<String, Cell> row, String role) {
    row.put("Code " + role, UblValue.text(code()));
    row.put(role.equals("client") ? "Client" : "Fournisseur", UblValue.text(name()));
    row.put("NIF " + role, UblValue.text(nif()));
    for (String scheme : List.of("NIS", "RC", "AI")) {
      row.put(scheme + " " + role, UblValue.text(identified(scheme)));
    }
    row.put("Adresse " + role, UblValue.text(address()));
  }

  /** The number under which the other side keeps this one, or one without a scheme. */
  private String code() {
    String given = element.text("SupplierAssignedAccountID", "CustomerAssignedAccountID");
    return !given.isEmpty()
        ? given
        : ids().filter(id -> scheme(id).isEmpty()).map(UblElement::text).findFirst().orElse("");
  }

  private String name() {
    return party.text(
        "PartyLegalEntity/RegistrationName", "PartyName/Name", "PartyTaxScheme/RegistrationName");
  }

  /** A tax number of another country is no NIF. */
  private String nif() {
    String country = party.text("PostalAddress/Country/IdentificationCode");
    String told = identified("NIF");
    if (!told.isEmpty() || !(country.isEmpty() || country.equals("DZ"))) {
      return told;
    }
    String tax = party.text("PartyTaxScheme/CompanyID");
    return PREFIX.matcher(tax).replaceFirst("").strip();
  }

  private String identified(String scheme) {
    return Stream.concat(
            ids(),
            Stream.concat(
                    party.all("PartyTaxScheme").stream(), party.all("PartyLegalEntity").stream())
                .flatMap(e -> e.all("CompanyID").stream()))
        .filter(id -> List.of(scheme(id).split("[:_ -]", -1)).contains(scheme))
        .map(UblElement::text)
        .findFirst()
        .orElse("");
  }

  private Stream<UblElement> ids() {
    return party.all("PartyIdentification").stream().flatMap(e -> e.all("ID").stream());
  }

  private static String scheme(UblElement id) {
    return id.attribute("schemeID").isEmpty()
        ? id.attribute("schemeName").toUpperCase(java.util.Locale.ROOT)
        : id.attribute("schemeID").toUpperCase(java.util.Locale.ROOT);
  }

  private String address() {
    UblElement address = party.first("PostalAddress");
    if (address == null) {
      return "";
    }
    String street = joined(" ", address, "BuildingNumber", "StreetName");
    String city = joined(" ", address, "PostalZone", "CityName");
    return Stream.of(
            street,
            address.text("AdditionalStreetName"),
            address.text("AddressLine/Line"),
            city,
            address.text("CountrySubentity"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String joined(String with, UblElement element, String... names) {
    return Stream.of(names)
        .map(element::text)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(with));
  }
}

package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dz.manchengo.hub.catalog.PartyAnswer;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.PartyMatch.How;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartyFindingsTest {
  private static final String NIF = "001216012345678";
  private static final String OTHER = "000016098765432";
  private static final Map<String, String> HEADERS =
      Map.of("party_code", "Code client", "party_name", "Client", "party_nif", "NIF client");

  private final PartyFindings findings = new PartyFindings(feed("{}"));

  @Test
  void everyDocumentThatContradictsIsToldSoAtItsOwnCells() {
    Candidate first = candidate(2, "C-1", "Amel", OTHER, known(match(How.CODE)));
    Candidate second = candidate(3, "C-1", "Amel", OTHER, known(match(How.CODE)));
    findings.tell(first);
    findings.tell(second);
    assertThat(first.findings).extracting(Finding::rule).containsExactly("MDM-007", "MDM-011");
    assertThat(second.findings)
        .extracting(Finding::place)
        .containsExactly(new Place("", 3, "NIF client"), new Place("", 3, "Client"));
    assertThat(french(second.findings.get(0)))
        .isEqualTo("NIF du document (000016098765432) différent de la fiche C-1 (001216012345678)");
    assertThat(french(second.findings.get(1)))
        .isEqualTo("Nom du document (« Amel ») différent de la fiche C-1 (« El Baraka »)");
  }

  @Test
  void anotherSpellingIsNoContradiction() {
    Candidate candidate = candidate(2, "C-1", "E.U.R.L EL-BARAKA", NIF, known(match(How.CODE)));
    findings.tell(candidate);
    assertThat(candidate.findings).isEmpty();
  }

  @Test
  void aNifOfSomebodyElseIsToldEvenWhereThePartyHasNone() {
    PartyMatch bare = match(How.CODE, null, true, true);
    Candidate candidate =
        candidate(2, "C-1", "El Baraka", NIF, new PartyAnswer.Known(bare, "C-2", null));
    findings.tell(candidate);
    assertThat(candidate.findings).extracting(Finding::rule).startsWith("MDM-007");
    Finding finding = candidate.findings.get(0);
    assertThat(french(finding)).endsWith("différent de la fiche C-1 (aucun NIF)");
    assertThat(Hints.text(finding, Locale.FRENCH)).isEqualTo("ce NIF est celui de C-2");
  }

  @Test
  void oneNifOfTwoPartiesWithoutAnyIsToldOfTheSecond() {
    Candidate first = candidate(2, "C-1", "El Baraka", NIF, known(bare("C-1")));
    Candidate again = candidate(3, "C-1", "El Baraka", NIF, known(bare("C-1")));
    Candidate second = candidate(4, "C-2", "El Baraka", NIF, known(bare("C-2")));
    Candidate other = candidate(5, "C-2", "El Baraka", OTHER, known(bare("C-2")));
    for (Candidate candidate : List.of(first, again, second, other)) {
      findings.tell(candidate);
    }
    assertThat(List.of(first, again, other))
        .allSatisfy(
            c -> assertThat(c.findings).extracting(Finding::rule).doesNotContain("MDM-007"));
    assertThat(second.findings).extracting(Finding::rule).contains("MDM-007");
    Finding finding = second.findings.get(0);
    assertThat(finding.place()).isEqualTo(new Place("", 4, "NIF client"));
    assertThat(Hints.text(finding, Locale.FRENCH)).isEqualTo("ce NIF est celui de C-1");
  }

  private static PartyMatch bare(String code) {
    return new PartyMatch(
        code.hashCode(), code, "El Baraka", How.CODE, null, "RC", "AI", true, true, 0, true, false);
  }

  @Test
  void anUnknownCodeWithAKnownNifIsTold() {
    Candidate candidate = candidate(2, "C-9", null, NIF, known(match(How.NIF)));
    findings.tell(candidate);
    assertThat(candidate.findings).extracting(Finding::rule).containsExactly("MDM-014");
    assertThat(french(candidate.findings.get(0)))
        .isEqualTo("Code tiers « C-9 » inconnu ; tiers rapproché de C-1 par le NIF");
  }

  @Test
  void severalPossiblePartiesRefuseTheDocument() {
    PartyAnswer unclear = new PartyAnswer.Unclear(How.NIF, NIF, List.of("C-1", "C-2"));
    Candidate candidate = candidate(2, null, "Autre", NIF, unclear);
    findings.tell(candidate);
    Finding finding = candidate.findings.get(0);
    assertThat(finding.rule()).isEqualTo("MDM-013");
    assertThat(finding.severity().rejects()).isTrue();
    assertThat(finding.place().column()).isEqualTo("NIF client");
    assertThat(french(finding))
        .isEqualTo("Tiers ambigu : « 001216012345678 » désigne plusieurs fiches (C-1, C-2)");
  }

  @Test
  void theCodeOfASupplierWithAnotherNameIsNoCustomers() {
    PartyMatch supplier = match(How.CODE, NIF, false, true);
    Candidate other = candidate(2, "C-1", "Amel", null, known(supplier));
    Candidate same = candidate(3, "C-1", "EURL El Baraka", NIF, known(supplier));
    findings.tell(other);
    findings.tell(same);
    assertThat(other.findings).extracting(Finding::rule).containsExactly("MDM-015");
    assertThat(other.findings.get(0).severity().rejects()).isTrue();
    assertThat(french(other.findings.get(0)))
        .isEqualTo(
            "Le code C-1 est celui d'un autre tiers, « El Baraka », qui n'est pas client ;"
                + " le document désigne « Amel »");
    assertThat(same.findings).isEmpty();
    findings.tellRole(same);
    assertThat(french(same.findings.get(0)))
        .isEqualTo(
            "Le tiers C-1 (« El Baraka ») n'était pas connu comme client :"
                + " il le devient avec ce document");
  }

  @Test
  void aBlockedPartyIsToldOnceUnlessTheFeedRefusesItsDocuments() {
    PartyMatch blocked = match(How.CODE, NIF, true, false);
    Candidate first = candidate(2, "C-1", null, null, known(blocked));
    Candidate second = candidate(3, "C-1", null, null, known(blocked));
    findings.tell(first);
    findings.tell(second);
    assertThat(first.findings).extracting(Finding::rule).containsExactly("MDM-009");
    assertThat(second.findings).isEmpty();
    PartyFindings strict = new PartyFindings(feed("{MDM-009: REJECT_DOC}"));
    strict.tell(first);
    strict.tell(second);
    assertThat(second.findings).extracting(Finding::rule).containsExactly("MDM-009");
  }

  @Test
  void aShortNifThatIsThePartysButForItsZerosGetsThemBack() {
    Candidate known = candidate(2, "C-1", null, null, known(match(How.CODE, "000000012345678")));
    Candidate other = candidate(3, "C-1", null, null, known(match(How.CODE)));
    known.findings.add(invalid("12345678"));
    other.findings.add(invalid("12345678"));
    findings.tell(known);
    findings.tell(other);
    assertThat(known.findings).extracting(Finding::rule).containsExactly("FMT-011");
    assertThat(french(known.findings.get(0)))
        .isEqualTo("Zéros de tête rétablis : 12345678 → 000000012345678");
    assertThat(other.findings).extracting(Finding::rule).containsExactly("MDM-005");
  }

  private static Finding invalid(String nif) {
    return RuleBook.finding("MDM-005", new Place("", 2, "NIF client"), nif, "value", nif);
  }

  private static PartyAnswer known(PartyMatch match) {
    return new PartyAnswer.Known(match, null, null);
  }

  private static PartyMatch match(How how) {
    return match(how, NIF);
  }

  private static PartyMatch match(How how, String nif) {
    return match(how, nif, true, true);
  }

  private static PartyMatch match(How how, @Nullable String nif, boolean customer, boolean active) {
    return new PartyMatch(
        7,
        "C-1",
        "El Baraka",
        how,
        nif,
        "25B12345671600",
        "16123456789",
        customer,
        !customer,
        30,
        active,
        false);
  }

  private static Candidate candidate(
      int row,
      @Nullable String code,
      @Nullable String name,
      @Nullable String nif,
      PartyAnswer whom) {
    Sample sample = Sample.sale();
    sample.partyCode = code;
    sample.partyName = name;
    sample.partyNif = nif;
    List<RawDocument.Row> rows = List.of(new RawDocument.Row(Place.row("", row), List.of()));
    Candidate candidate =
        new Candidate(
            new RawDocument("F-1", Map.of(), Map.of(), List.of(), rows, HEADERS, List.of()));
    candidate.assembled = sample.make();
    candidate.whom = whom;
    return candidate;
  }

  private static Feed feed(String severities) {
    String yaml = "{feed: test.invoices, document: invoices, severities: " + severities + "}";
    try {
      return new ObjectMapper(new YAMLFactory()).readValue(yaml, Feed.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String french(Finding finding) {
    return Sample.french(finding);
  }
}

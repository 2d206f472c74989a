package dz.manchengo.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.catalog.PartyAnswer.Known;
import dz.manchengo.hub.catalog.PartyAnswer.Unclear;
import dz.manchengo.hub.catalog.PartyMatch.How;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartyIndexTest {
  private static final String NIF = "001216012345678";
  private static final String OTHER = "000016098765432";

  @Test
  void theCodeCountsBeforeNifAndName() {
    PartyIndex index = sales(customer("C-1", "Baraka", NIF), customer("C-2", "Amel", OTHER));
    Known known = known(index, mention("C-1", "Amel", OTHER));
    assertThat(known.match().code()).isEqualTo("C-1");
    assertThat(known.match().how()).isEqualTo(How.CODE);
    assertThat(known.match().differsInName(mention("C-1", "Amel", OTHER))).isTrue();
    assertThat(known.match().differsInNif(mention("C-1", "Amel", OTHER))).isTrue();
    assertThat(known.holderOfNif()).isEqualTo("C-2");
  }

  @Test
  void anUnknownCodeIsTheHolderOfItsNifAndElseSomebodyNew() {
    PartyIndex index = sales(customer("C-1", "Baraka", NIF));
    assertThat(known(index, mention("C-9", "Amel", NIF)).match().how()).isEqualTo(How.NIF);
    assertThat(index.answer(mention("C-9", "Baraka", null))).isEqualTo(PartyAnswer.UNKNOWN);
    assertThat(index.answer(mention("C-9", "Baraka", OTHER))).isEqualTo(PartyAnswer.UNKNOWN);
  }

  @Test
  void aNifOfTwoIsUnclearUnlessSomethingTellsThemApart() {
    PartyMaster one = customer("C-1", "Baraka", NIF);
    PartyMaster two = customer("C-2", "Amel", NIF);
    assertThat(sales(one, two).answer(mention(null, null, NIF)))
        .isEqualTo(new Unclear(How.NIF, NIF, List.of("C-1", "C-2")));
    assertThat(sales(one, two).answer(mention("C-9", "Autre", NIF))).isInstanceOf(Unclear.class);
    assertThat(known(sales(one, two), mention(null, "SARL Amel", NIF)).match().code())
        .isEqualTo("C-2");
    assertThat(known(sales(one, two), mention("C-1", null, NIF)).match().code()).isEqualTo("C-1");
  }

  @Test
  void aSaleGoesToTheCustomerAndNotToWhoWasSetAside() {
    PartyMaster customer = customer("C-1", "Baraka", NIF);
    PartyMaster supplier = master("F-1", "Baraka", NIF, false, true);
    PartyMention mention = mention(null, "Baraka", NIF);
    assertThat(known(sales(customer, supplier), mention).match().code()).isEqualTo("C-1");
    assertThat(known(new PartyIndex(List.of(customer, supplier), true), mention).match().code())
        .isEqualTo("F-1");
    assertThat(known(sales(supplier), mention).match().is(false)).isFalse();
    PartyMaster aside = master("C-2", "Baraka", NIF, true, false);
    assertThat(known(sales(customer, aside), mention).match().code()).isEqualTo("C-1");
  }

  @Test
  void aNameOfTwoIsUnclearUnlessARecordWasMadeForIt() {
    PartyMaster one = customer("C-1", "Amel", null);
    PartyMaster two = customer("C-2", "AMEL", null);
    assertThat(sales(one, two).answer(mention(null, "Amel", null)))
        .isEqualTo(new Unclear(How.NAME, "Amel", List.of("C-1", "C-2")));
    String made = PartyIndex.provisionalCode("Amel", false);
    Known known = known(sales(one, two, customer(made, "Amel", null)), mention(null, "Amel", null));
    assertThat(known.match().code()).isEqualTo(made);
    assertThat(known.match().how()).isEqualTo(How.NAME);
  }

  @Test
  void aNameWithAnotherNifIsAnotherTaxpayers() {
    PartyIndex index = sales(customer("C-1", "Baraka", NIF));

    assertThat(index.answer(mention(null, "Baraka", OTHER))).isEqualTo(PartyAnswer.UNKNOWN);
    assertThat(known(index, mention(null, "Baraka", null)).match().code()).isEqualTo("C-1");
  }

  @Test
  void aRecordMadeForANameIsFoundAfterItWasRenamed() {
    String made = PartyIndex.provisionalCode("Amel", false);
    PartyIndex index = sales(customer(made, "SARL Amel et frères", null));
    assertThat(known(index, mention(null, "Amel", null)).match().code()).isEqualTo(made);
  }

  @Test
  void aCodeOrNifInPlaceOfANameContradictsNothing() {
    PartyMatch nameless = customer("C-1", "C-1", NIF).as(How.CODE);
    PartyMatch named = customer("C-1", "Baraka", NIF).as(How.CODE);
    assertThat(nameless.differsInName(mention("C-1", "Baraka", null))).isFalse();
    assertThat(named.differsInName(mention(null, "C-1", null))).isFalse();
    assertThat(named.differsInName(mention(null, NIF, NIF))).isFalse();
    assertThat(named.differsInName(mention("C-1", "EURL BARAKA", null))).isFalse();
    assertThat(named.differsInName(mention("C-1", "Amel", null))).isTrue();
  }

  static PartyMention mention(@Nullable String code, @Nullable String name, @Nullable String nif) {
    return new PartyMention(code, name, nif, null, null, null, null);
  }

  private static PartyIndex sales(PartyMaster... masters) {
    return new PartyIndex(List.of(masters), false);
  }

  private static Known known(PartyIndex index, PartyMention mention) {
    PartyAnswer answer = index.answer(mention);
    assertThat(answer).isInstanceOf(Known.class);
    return (Known) answer;
  }

  private static PartyMaster customer(String code, String name, @Nullable String nif) {
    return master(code, name, nif, true, true);
  }

  private static PartyMaster master(
      String code, String name, @Nullable String nif, boolean customer, boolean active) {
    return new PartyMaster(
        code.hashCode(),
        code,
        name,
        NameKey.of(name),
        nif,
        null,
        null,
        customer,
        !customer,
        30,
        active,
        false);
  }
}

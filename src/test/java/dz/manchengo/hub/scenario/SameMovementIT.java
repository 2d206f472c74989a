package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One movement twice: in another file, with another quantity, in one file. */
class SameMovementIT extends MovementScenario {
  @Test
  void theSameContentInAnotherFileIsUnchangedAndTheSameFileIsADuplicate() {
    String rows =
        HEADER
            + row("15/10/2026;IN;RECEPTION;UNC-1;Beurre UNC;;;10;500;REC-UNC-1")
            + row("15/10/2026;OUT;VENTE;UNC-1;Beurre UNC;;;4;;F-UNC-1")
            + row("15/10/2026;OUT;VENTE;UNC-1;Beurre UNC;;;4;;F-UNC-1");
    assertThat(drop("unc-1.csv", rows).count("Documents créés")).isEqualTo(3);

    assertThat(drop("unc-2.csv", rows).status()).isEqualTo("DUPLICATE");
    Acknowledgement again =
        drop("unc-3.csv", rows + row("16/10/2026;OUT;VENTE;UNC-1;Beurre UNC;;;1;;F-UNC-2"));

    assertThat(again.status()).isEqualTo("POSTED");
    assertThat(again.count("Documents inchangés")).isEqualTo(3);
    assertThat(again.count("Documents créés")).isEqualTo(1);
    assertThat(rulesOf("unc-3.csv")).containsOnly("MVT-004");
    assertThat(quantity("UNC-1")).isEqualTo("1.0000");
  }

  @Test
  void anotherQuantityForTheSameMovementIsRefusedWithWhatIsKnown() {
    drop("chg-1.csv", HEADER + row("15/10/2026;IN;RECEPTION;CHG-1;Caséine;;;10;500;REC-CHG-1"));

    Acknowledgement answer =
        drop("chg-2.csv", HEADER + row("15/10/2026;IN;RECEPTION;CHG-1;Caséine;;;12;500;REC-CHG-1"));

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("chg-2.csv")).containsExactly("MVT-007");
    assertThat(answer.cells(Acknowledgement.CORRECT).get(1).toString())
        .contains("RECEPTION 10")
        .contains("RECEPTION 12");
    assertThat(quantity("CHG-1")).isEqualTo("10.0000");
  }

  @Test
  void theSameMovementTwiceInAFileIsToldAndGramsAreKilograms() {
    drop(
        "jumeau-1.csv",
        HEADER.replace(";Dépôt;", ";Unité;Dépôt;")
            + row("15/10/2026;IN;RECEPTION;JUM-1;Sel JUM;;kg;;10;50;REC-JUM-1"));
    String sale = row("16/10/2026;OUT;VENTE;JUM-1;Sel JUM;;g;;500;;F-JUM-1");

    Acknowledgement answer =
        drop("jumeau-2.csv", HEADER.replace(";Dépôt;", ";Unité;Dépôt;") + sale + sale);

    assertThat(answer.count("Documents créés")).isEqualTo(2);
    assertThat(rulesOf("jumeau-2.csv")).contains("MVT-010");
    assertThat(quantity("JUM-1")).isEqualTo("9.0000");
  }
}

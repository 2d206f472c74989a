package dz.manchengo.hub.documents;

import dz.manchengo.hub.documents.Vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The wilayas of Algeria by their numbers; people write {@code 16}, {@code Alger} or both. */
final class Wilayas {
  private static final String NAMES =
      "Adrar|Chlef|Laghouat|Oum El Bouaghi|Batna|Béjaïa|Biskra|Béchar|Blida|Bouira|"
          + "Tamanrasset|Tébessa|Tlemcen|Tiaret|Tizi Ouzou|Alger|Djelfa|Jijel|Sétif|"
          + "Saïda|Skikda|Sidi Bel Abbès|Annaba|Guelma|Constantine|Médéa|Mostaganem|"
          + "M'Sila|Mascara|Ouargla|Oran|El Bayadh|Illizi|Bordj Bou Arréridj|Boumerdès|"
          + "El Tarf|Tindouf|Tissemsilt|El Oued|Khenchela|Souk Ahras|Tipaza|Mila|"
          + "Aïn Defla|Naâma|Aïn Témouchent|Ghardaïa|Relizane|Timimoun|"
          + "Bordj Badji Mokhtar|Ouled Djellal|Béni Abbès|In Salah|In Guezzam|Touggourt|"
          + "Djanet|El M'Ghair|El Meniaa";

  static final Vocabulary<Integer> NUMBERS = Vocabulary.of("reason.words.wilaya", words());

  private Wilayas() {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Words<Integer>[] words() {
    List<Words<Integer>> words = new ArrayList<>();
    for (String name : NAMES.split("\\|", -1)) {
      int number = words.size() + 1;
      String padded = String.format(Locale.ROOT, "%02d", number);
      words.add(
          new Words<>(
              number,
              String.join(
                  " | ",
                  padded,
                  String.valueOf(number),
                  name,
                  padded + " " + name,
                  name + padded)));
    }
    return words.toArray(new Words[0]);
  }
}

package org.mimamori.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folding makes the ways to write one name equal, and keeps different names apart. */
class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "ﾊｾｶﾞﾜ　ﾀﾛｳ, ハセガワ タロウ",
        "はせがわ たろう, ハセガワ タロウ",
        "０３－５５５０, 03-5550",
        "ＡＢＣ, abc",
        "ほった, ホツタ",
        "キョウコ, きようこ",
        "ｷｮｳｺ, キヨウコ",
        "いすゞ, イスヾ",
        "ゔぁいおりん, ヴアイオリン",
        "渡邉, 渡辺",
        "渡邊, 渡辺",
        "髙橋, 高橋",
        "山﨑, 山崎",
        "齋藤, 斉藤",
        "齊藤, 斎藤",
        "濵田, 浜田",
        "濱田, 浜田",
        "𠮷田, 吉田",
        "澤, 沢",
        "㈱, (株)",
        "神, 神"
    })
    void makesWaysToWriteTheSameNameEqual(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"ハヤシ, バヤシ", "パク, バク", "佐藤, 加藤", "大田, 太田", "つる, づる", "ユウ, ヨウ"})
    void keepsDifferentNamesApart(String one, String other) {
        assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
    }

    @Test
    void dropsTheSelectorsOfGlyphVariants() {
        assertThat(Folding.fold("葛\uDB40\uDD00飾")).isEqualTo("葛飾");
        assertThat(Folding.fold("辻\uFE00")).isEqualTo("辻");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Abc 09", "はせがわ ﾀﾛｳ", "𠮷田", "葛󠄀飾", "渡邉さくら", "İstanbul", "👧🏽"})
    void foldsOnceAndForAll(String text) {
        String folded = Folding.fold(text);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Test
    void neverTearsACharacterOfTwoUnitsApart() {
        assertThat(Folding.grams("叱𠮟る")).containsExactly("叱", "叱𠮟", "𠮟", "𠮟ル", "ル");
        assertThat(Folding.needles("𠮟")).containsExactly("𠮟");
    }

    @Test
    void gramsAreSinglesAndPairsAcrossSpaces() {
        assertThat(Folding.grams("林 さん")).containsExactly("林", "林サ", "サ", "サン", "ン");
        assertThat(Folding.grams(" \u3000\n")).isEmpty();
    }

    @Test
    void needlesArePairsUnlessThereIsOnlyOneCharacter() {
        assertThat(Folding.needles("はなこ")).containsExactly("ハナ", "ナコ");
        assertThat(Folding.needles("花")).containsExactly("花");
        assertThat(Folding.needles("  ")).isEmpty();
        assertThat(Folding.needles("ああああ")).containsExactly("アア");
    }

    @Test
    void findsByGramsWhateverLikeFinds() {
        List<String> texts = List.of("渡邉 さくら", "Mimamori ２０２６年", "葛󠄀飾区の保育園", "𠮷田屋", "ｷｮｳﾘｭｳ", "欠席（発熱38.5℃）");
        for (String text : texts) {
            Set<String> grams = Folding.grams(text);
            for (String needle : parts(text)) {
                assertThat(Folding.fold(text)).contains(Folding.fold(needle));
                assertThat(grams).containsAll(Folding.needles(needle));
            }
        }
    }

    @Test
    void sortsAsARosterDoes() {
        assertThat(Stream.of("ヒロ", "バセ", "ハヤシ", "パク", "ハセガワ")
                        .sorted((a, b) -> Folding.sortKey(a).compareTo(Folding.sortKey(b))))
                .containsExactly("パク", "バセ", "ハセガワ", "ハヤシ", "ヒロ");
        assertThat(Stream.of("ﾊﾔｼ", "はせがわ", "アオキ")
                        .sorted((a, b) -> Folding.sortKey(a).compareTo(Folding.sortKey(b))))
                .containsExactly("アオキ", "はせがわ", "ﾊﾔｼ");
    }

    @Test
    void givesTheSameSortKeysToAllAtOnce() throws InterruptedException, ExecutionException {
        List<String> names = List.of("ハセガワ", "ワタナベ サクラ", "𠮷田", "Smith");
        List<byte[]> alone =
                names.stream().map(name -> Folding.sortKey(name).toByteArray()).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<byte[]>> calls = new ArrayList<>();
            IntStream.range(0, 2_000)
                    .forEach(i -> calls.add(
                            () -> Folding.sortKey(names.get(i % names.size())).toByteArray()));
            List<Future<byte[]>> answers = threads.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(alone.get(i % names.size()));
            }
        }
    }

    /** Every part of the text that begins and ends between characters. */
    private static List<String> parts(String text) {
        int[] points = text.codePoints().toArray();
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < points.length; from++) {
            for (int to = from + 1; to <= points.length; to++) {
                parts.add(new String(points, from, to - from));
            }
        }
        return parts;
    }
}

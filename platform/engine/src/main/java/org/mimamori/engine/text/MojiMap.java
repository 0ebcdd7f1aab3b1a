package org.mimamori.engine.text;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Kanji that people take for one another: old and new forms, and variants that stand in family registers (渡邊, 渡邉, 渡辺).
 * Search takes them for the same; what is stored keeps the form its owner writes.
 *
 * <p>The list is our own choice of forms met in names of people and places. It errs on the side of finding too much: 斉
 * and 斎 are different characters, but a caller on the telephone says neither which.
 */
final class MojiMap {

    /** Groups of look-alikes; the first of each stands for all. */
    private static final String GROUPS = """
            辺邊邉 高髙 崎﨑嵜碕 斉齊斎齋 浜濱濵 沢澤 広廣 国國 桜櫻 竜龍 滝瀧 島嶋嶌 富冨 吉𠮷
            恵惠 栄榮 関關 万萬 真眞 寿壽 徳德 条條 渋澁澀 実實 円圓 学學斈 宝寶寳 弥彌 桧檜 槙槇
            梅楳 来來 楽樂 気氣 沖冲 浅淺 為爲 礼禮 穂穗 穣穰 経經 緑綠 県縣 縄繩 芸藝 茎莖
            荘莊庄 園薗 蔵藏 豊豐 鉄鐵銕 静靜 館舘 鶏鷄 鴎鷗 麹麴 黒黑 塩鹽 団團 壌壤 奥奧 岳嶽
            峰峯 巌巖 巻卷 帯帶 庁廳 応應 恒恆 慎愼 戸戶 抜拔 拝拜 暁曉 曽曾 柳栁桺 栃杤 桑桒
            検檢 横橫 歩步 歳歲 毎每 涼凉 淵渕渊 清淸 温溫 湾灣 瀬瀨 焼燒 熙煕熈 灯燈 狭狹 猪豬
            産產 畳疊 皐皋 祢禰 禄祿 秋穐秌 稲稻 穏穩 粛肅 糸絲 絵繪 継繼 総總 聡聰 船舩 莱萊
            蒋蔣 虫蟲 蛍螢 衛衞 覚覺 観觀 読讀 諌諫 譲讓 賎賤 賛贊 辞辭 遥遙 郷鄕 醤醬 釈釋 録錄
            鋭銳 錬鍊 鎮鎭 隠隱 雑雜 霊靈 青靑 頼賴 頬頰 顔顏 騨驒 鴬鶯 麦麥 黄黃 黙默 児兒 亀龜
            亜亞 仏佛 仮假 会會 伝傳 体體 価價 偽僞 党黨 処處 剣劍劒劔 労勞 勲勳 区區 医醫 卯夘
            単單 厳嚴 参參 双雙 収收 叙敍 台臺 号號 喜㐂 営營 回囘 囲圍 図圖 圧壓 尭堯 増增 壱壹
            売賣 変變 奨奬 姫姬 寛寬 対對 専專 将將 届屆 属屬 峡峽 帰歸 当當 径徑 従從 徴徵 恋戀
            悦悅 悪惡 懐懷 戦戰 択擇 担擔 拡擴 挙擧舉 挿插 捜搜 掲揭 摂攝 数數 断斷 旧舊 昼晝
            晋晉 暦曆 村邨 松枩 様樣 権權 欧歐 歓歡 歯齒 残殘 氷冰 満滿 潜潛 炉爐 点點 爾尓 犠犧
            状狀 独獨 珍珎 画畫 発發 尽盡 砕碎 称稱 粋粹 続續 縁緣 縦縱 繊纖 聴聽 胆膽 与與 芦蘆
            薫薰 薬藥 虎乕 虚虛 触觸 説說 誉譽 転轉 軽輕 遅遲 酔醉 野埜 鉱鑛 銭錢 陥陷 顕顯 験驗
            髪髮 鶴靏靍 駅驛 駆驅 沿㳂 随隨 髄髓 桟棧 枢樞 渓溪 済濟 勧勸 弾彈 強强 教敎
            """;

    private static final int[] VARIANTS;
    private static final int[] BASES;

    static {
        SortedMap<Integer, Integer> map = new TreeMap<>();
        for (String group : GROUPS.split("\\s+")) {
            int base = group.codePointAt(0);
            group.codePoints().skip(1).forEach(variant -> map.put(variant, base));
        }
        VARIANTS = map.keySet().stream().mapToInt(Integer::intValue).toArray();
        BASES = map.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private MojiMap() {}

    /** The character that stands for this one and its look-alikes; itself when it has none. */
    static int base(int kanji) {
        int index = Arrays.binarySearch(VARIANTS, kanji);
        return index < 0 ? kanji : BASES[index];
    }
}

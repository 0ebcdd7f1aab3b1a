package org.mimamori.embedded.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.embedded.feature.Feature.both;
import static org.mimamori.embedded.feature.Probe.json;
import static org.mimamori.embedded.feature.Probe.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;

/** Aggregation expressions. */
final class ExpressionFeatures {

    private static final Document JUNE_IN_TOKYO =
            new Document("_id", 1).append("t", Date.from(Instant.parse("2024-05-31T20:05:09.007Z")));

    private ExpressionFeatures() {}

    static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        all.addAll(logic());
        all.addAll(numbers());
        all.addAll(dates());
        all.addAll(texts());
        all.addAll(arrays());
        return all;
    }

    private static List<Feature> logic() {
        return List.of(
                both("$cond $ifNull $switch $let $literal", p -> {
                    p.given("{_id: 1, a: 5}");
                    p.gives("{$cond: [{$gt: ['$a', 3]}, 'big', 'small']}", "big");
                    p.gives("{$cond: {if: '$zz', then: 1, else: 2}}", 2);
                    p.gives("{$ifNull: ['$zz', '$a']}", 5);
                    p.gives("{$switch: {branches: [{case: {$gt: ['$a', 3]}, then: 'big'}], default: 's'}}", "big");
                    p.gives("{$let: {vars: {x: '$a'}, in: {$add: ['$$x', 1]}}}", 6);
                    p.gives("{$literal: '$a'}", "$a");
                }),
                both("comparisons across types, and of what is missing", p -> {
                    p.given("{_id: 1, a: 5, n: null}");
                    p.gives("{$eq: ['$a', 5.0]}", true);
                    p.gives("{$lt: ['$a', 'x']}", true);
                    p.gives("{$cmp: ['$a', 7]}", -1);
                    p.gives("{$gt: ['$n', '$zz']}", true);
                    p.gives("{$eq: ['$n', '$zz']}", false);
                    p.gives("{$and: [1, '$a', {$not: ['$n']}]}", true);
                    p.gives("{$or: [0, '$n', '$zz']}", false);
                }),
                both("documents: $objectToArray $arrayToObject $mergeObjects $getField $type", p -> {
                    p.given("{_id: 1, d: {a: 1}}");
                    p.gives("{$objectToArray: '$d'}", List.of(json("{k: 'a', v: 1}")));
                    p.gives("{$arrayToObject: [[['x', 1]]]}", json("{x: 1}"));
                    p.gives("{$mergeObjects: ['$d', null, {b: 2}]}", json("{a: 1, b: 2}"));
                    p.gives("{$getField: {field: 'a', input: '$d'}}", 1);
                    p.gives("{$type: '$d'}", "object");
                    p.gives("{$type: '$zz'}", "missing");
                }));
    }

    private static List<Feature> numbers() {
        return List.of(
                both("arithmetic keeps the widest type", p -> {
                    p.given("{_id: 1, i: 7, l: {$numberLong: '7'}, d: 7.5, n: {$numberDecimal: '0.1'}}");
                    p.gives("{$add: ['$i', 1]}", 8);
                    p.gives("{$add: ['$i', '$l']}", 14L);
                    p.gives("{$multiply: ['$i', '$d']}", 52.5);
                    p.gives("{$add: ['$n', '$n', 1]}", Decimal128.parse("1.2"));
                    p.gives("{$subtract: ['$i', '$d']}", -0.5);
                    p.gives("{$divide: ['$i', 2]}", 3.5);
                    p.gives("{$mod: ['$i', 4]}", 3);
                    p.gives("{$add: ['$i', null]}", null);
                    refused(() -> p.value("{$divide: ['$i', 0]}"));
                    refused(() -> p.value("{$add: ['$i', 'x']}"));
                }),
                both("$abs $ceil $floor $round $trunc $sqrt $pow", p -> {
                    p.given("{_id: 1, a: 1.256, b: -2, h: 2.5}");
                    p.gives("{$round: ['$a', 2]}", 1.26);
                    p.gives("{$round: '$h'}", 2.0);
                    p.gives("{$trunc: ['$a', 1]}", 1.2);
                    p.gives("{$ceil: '$a'}", 2.0);
                    p.gives("{$floor: '$a'}", 1.0);
                    p.gives("{$abs: '$b'}", 2);
                    p.gives("{$sqrt: 16}", 4.0);
                    p.gives("{$pow: [2, 10]}", 1024);
                }),
                both("$toInt $toLong $toDouble $toDecimal $toString $toBool $toDate $convert", p -> {
                    p.given("{_id: 1, s: '12', d: 3.9, bad: 'x', n: {$numberDecimal: '12.50'}}");
                    p.gives("{$toInt: '$s'}", 12);
                    p.gives("{$toInt: '$d'}", 3);
                    p.gives("{$toLong: '$s'}", 12L);
                    p.gives("{$toDouble: '$s'}", 12.0);
                    p.gives("{$toDecimal: '$s'}", Decimal128.parse("12"));
                    p.gives("{$toString: '$n'}", "12.50");
                    p.gives("{$toString: 5}", "5");
                    p.gives("{$toBool: 0}", false);
                    p.gives("{$toDate: '2024-01-02'}", Date.from(Instant.parse("2024-01-02T00:00:00Z")));
                    p.gives("{$convert: {input: '$bad', to: 'int', onError: -1}}", -1);
                    p.gives("{$convert: {input: '$zz', to: 'int', onNull: 0}}", 0);
                    refused(241, () -> p.value("{$toInt: '$bad'}"));
                }));
    }

    private static List<Feature> dates() {
        return List.of(
                both("$dateToString in a time zone", p -> {
                    p.given(JUNE_IN_TOKYO);
                    for (String[] c : new String[][] {
                        {"%Y-%m", "2024-06"},
                        {"%Y-%m-%d %H:%M:%S.%L", "2024-06-01 05:05:09.007"},
                        {"%G-W%V", "2024-W22"},
                        {"%j %u %w %U", "153 6 7 21"},
                        {"%z %Z %%", "+0900 540 %"}
                    }) {
                        p.gives("{$dateToString: {date: '$t', format: '" + c[0] + "', timezone: 'Asia/Tokyo'}}", c[1]);
                    }
                    p.gives(
                            "{$dateToString: {date: '$t', format: '%Y-%m-%d %H', timezone: '+09:00'}}",
                            "2024-06-01 05");
                    p.gives("{$dateToString: {date: '$t'}}", "2024-05-31T20:05:09.007Z");
                    p.gives("{$dateToString: {date: '$zz', onNull: 'none'}}", "none");
                }),
                both("parts of a date in a time zone", p -> {
                    p.given(JUNE_IN_TOKYO);
                    p.gives("{$month: {date: '$t', timezone: 'Asia/Tokyo'}}", 6);
                    p.gives("{$year: '$t'}", 2024);
                    p.gives("{$dayOfMonth: '$t'}", 31);
                    p.gives("{$dayOfWeek: '$t'}", 6);
                    p.gives("{$isoWeek: '$t'}", 22);
                    p.gives("{$isoWeekYear: '$t'}", 2024L);
                    p.gives("{$hour: {date: '$t', timezone: '+0900'}}", 5);
                    p.gives("{$dayOfYear: '$t'}", 152);
                }),
                both("a quarter, as the platform computes it", p -> {
                    p.given(JUNE_IN_TOKYO);
                    p.gives(
                            "{$concat: [{$dateToString: {date: '$t', format: '%Y', timezone: 'Asia/Tokyo'}}, '-Q', "
                                    + "{$toString: {$toInt: {$ceil: {$divide: [{$month: {date: '$t', timezone: 'Asia/Tokyo'}}, 3]}}}}]}",
                            "2024-Q2");
                }),
                both("$dateAdd, $dateFromParts, differences", p -> {
                    p.given(new Document("_id", 1).append("t", new Date(0)));
                    p.gives("{$dateAdd: {startDate: '$t', unit: 'day', amount: 1}}", new Date(86_400_000L));
                    p.gives("{$dateSubtract: {startDate: '$t', unit: 'hour', amount: 1}}", new Date(-3_600_000L));
                    p.gives("{$dateFromParts: {year: 1970, month: 1, day: 3}}", new Date(2 * 86_400_000L));
                    p.gives("{$subtract: [{$add: ['$t', 5]}, '$t']}", 5L);
                }));
    }

    private static List<Feature> texts() {
        return List.of(
                both("$concat $toUpper $toLower $substrCP $strLenCP", p -> {
                    p.given("{_id: 1, s: 'aB𠮷野'}");
                    p.gives("{$concat: ['$s', '-', '$s']}", "aB𠮷野-aB𠮷野");
                    p.gives("{$concat: ['$s', '$zz']}", null);
                    p.gives("{$substrCP: ['$s', 1, 2]}", "B𠮷");
                    p.gives("{$strLenCP: '$s'}", 4);
                    p.gives("{$strLenBytes: '$s'}", 9);
                    p.gives("{$toUpper: '$s'}", "AB𠮷野");
                }),
                both("$split $trim $replaceAll $indexOfCP $regexMatch", p -> {
                    p.given("{_id: 1, s: ' a,b '}");
                    p.gives("{$split: ['$s', ',']}", List.of(" a", "b "));
                    p.gives("{$trim: {input: '$s'}}", "a,b");
                    p.gives("{$ltrim: {input: 'xxa', chars: 'x'}}", "a");
                    p.gives("{$replaceAll: {input: '$s', find: ' ', replacement: ''}}", "a,b");
                    p.gives("{$replaceOne: {input: 'aa', find: 'a', replacement: 'b'}}", "ba");
                    p.gives("{$indexOfCP: ['$s', 'b']}", 3);
                    p.gives("{$regexMatch: {input: '$s', regex: 'A', options: 'i'}}", true);
                }));
    }

    private static List<Feature> arrays() {
        return List.of(
                both("$size $arrayElemAt $first $last $in $slice $concatArrays $reverseArray", p -> {
                    p.given("{_id: 1, v: [1, 2, 3], r: [{q: 1}, {q: 2}, {}]}");
                    p.gives("{$size: '$v'}", 3);
                    p.gives("{$arrayElemAt: ['$v', -1]}", 3);
                    p.gives("{$first: '$r.q'}", 1);
                    p.gives("{$last: '$v'}", 3);
                    p.gives("{$in: [2, '$v']}", true);
                    p.gives("{$slice: ['$v', 1, 1]}", List.of(2));
                    p.gives("{$slice: ['$v', -2]}", List.of(2, 3));
                    p.gives("{$concatArrays: ['$v', [4]]}", List.of(1, 2, 3, 4));
                    p.gives("{$reverseArray: '$v'}", List.of(3, 2, 1));
                    p.gives("'$r.q'", List.of(1, 2));
                    p.gives("{$isArray: '$v'}", true);
                    p.gives("{$range: [0, 6, 2]}", List.of(0, 2, 4));
                    p.gives("{$indexOfArray: ['$v', 2]}", 1);
                    refused(17124, () -> p.value("{$size: '$zz'}"));
                }),
                both("$map $filter $reduce $sum $max over arrays", p -> {
                    p.given("{_id: 1, v: [1, 2, 3], r: [{q: 1}, {q: 2}]}");
                    p.gives("{$map: {input: '$v', as: 'x', in: {$multiply: ['$$x', 2]}}}", List.of(2, 4, 6));
                    p.gives("{$filter: {input: '$v', cond: {$gt: ['$$this', 1]}}}", List.of(2, 3));
                    p.gives("{$reduce: {input: '$v', initialValue: 0, in: {$add: ['$$value', '$$this']}}}", 6);
                    p.gives("{$sum: '$r.q'}", 3);
                    p.gives("{$max: '$v'}", 3);
                    p.gives("{$avg: '$v'}", 2.0);
                    p.gives("{$map: {input: '$r', in: '$$this.q'}}", List.of(1, 2));
                    p.gives("{$sortArray: {input: '$v', sortBy: -1}}", List.of(3, 2, 1));
                }),
                both("sets", p -> {
                    p.given("{_id: 1, v: [1, 2, 2]}");
                    assertThat((List<?>) p.value("{$setUnion: ['$v', [3]]}")).hasSize(3);
                    p.gives("{$setIntersection: ['$v', [2, 5]]}", List.of(2));
                    p.gives("{$setDifference: ['$v', [2]]}", List.of(1));
                    p.gives("{$setIsSubset: [[1], '$v']}", true);
                    p.gives("{$setEquals: [[2, 1], '$v']}", true);
                    p.gives("{$anyElementTrue: [[0, 1]]}", true);
                }));
    }
}

package org.mimamori.server.training;

/** What the calls of the training carry: made-up records, comments and a file. */
final class Sample {

    /** Of app, record, status and amount. */
    static final String CHANGE = """
        {"app": %s, "id": %s, "record": {"status": {"value": "%s"}, "amount": {"value": "%d"},
         "memo": {"value": "母と面談した。"}}}""";

    /** Of app and record. */
    static final String COMMENT = """
        {"app": %s, "record": %s, "comment": {"text": "確認しました。",
         "mentions": [{"code": "staff02", "type": "USER"}]}}""";

    static final String COUNTS = """
        {"groups": [{"code": "status"}], "aggregations": [{"type": "COUNT"}]}""";

    static final String SUMS = """
        {"groups": [{"code": "kind"}], "aggregations": [{"type": "SUM", "code": "amount"}]}""";

    static final String EDGE = "----training";

    static final String UPLOAD = "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"file\"; "
            + "filename=\"note.txt\"\r\nContent-Type: text/plain\r\n\r\n様子\r\n--" + EDGE + "--\r\n";

    /** Of app, record and file key. */
    static final String ATTACHMENT = """
        {"app": %s, "id": %s, "record": {"paper": {"value": [{"fileKey": "%s"}]}}}""";

    private static final String RECORD = """
        {"number": {"value": "T-%05d"}, "name": {"value": "見本 花子%d"},
         "memo": {"value": "家庭訪問を実施した。\\n電話で様子を聞いた。変わりなし。来週また確認する。"},
         "amount": {"value": "%d"}, "count": {"value": "%d"}, "date": {"value": "2026-01-%02d"},
         "next_at": {"value": "2026-02-01T05:30:00Z"}, "time": {"value": "%02d:15"},
         "status": {"value": "%s"}, "kind": {"value": "%s"}, "signs": {"value": ["欠席"]},
         "tags": {"value": ["A", "B"]}, "owner": {"value": [{"code": "staff01"}]},
         "org": {"value": [{"code": "office0%d"}]}, "mail": {"value": "someone@example.jp"},
         "visits": {"value": [{"value": {"visited": {"value": "2026-01-15"}, "seen": {"value": "元気"}}}]}}""";

    private Sample() {}

    /** The record of a number; another for each. */
    static String record(int number) {
        return RECORD.formatted(
                number,
                number % 7,
                number * 37 % 100_000,
                number % 40,
                1 + number % 28,
                number % 24,
                number % 2 == 0 ? "支援" : "受付",
                number % 10 == 0 ? "限定" : "通常",
                1 + number % 5);
    }
}

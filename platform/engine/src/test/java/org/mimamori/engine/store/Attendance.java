package org.mimamori.engine.store;

import org.mimamori.engine.app.AppId;

/** The app most store tests speak of: attendance of children, one record per child and day. */
final class Attendance {

    private static final String ATT = """
            {'type':'RADIO_BUTTON','code':'att','label':'出欠','defaultValue':'出席','options':{
              '出席':{'label':'出席','index':'0'},'欠席':{'label':'欠席','index':'1'},'遅刻':{'label':'遅刻','index':'2'}}}
            """;

    static final String[] FIELDS = {
        "{'type':'SINGLE_LINE_TEXT','code':'child_no','label':'児童番号'}",
        "{'type':'SINGLE_LINE_TEXT','code':'name','label':'氏名'}",
        "{'type':'SINGLE_LINE_TEXT','code':'kana','label':'フリガナ'}",
        "{'type':'SINGLE_LINE_TEXT','code':'card_no','label':'カード番号','unique':true}",
        "{'type':'DATE','code':'date','label':'日付'}",
        ATT,
        "{'type':'MULTI_LINE_TEXT','code':'note','label':'様子'}",
        "{'type':'NUMBER','code':'minutes','label':'分'}",
        "{'type':'TIME','code':'arrive','label':'登園時刻'}",
        "{'type':'DATETIME','code':'contact_at','label':'連絡の日時'}",
        "{'type':'ORGANIZATION_SELECT','code':'belong','label':'所属機関'}",
        "{'type':'FILE','code':'photos','label':'写真'}",
        """
            {'type':'CHECK_BOX','code':'signs','label':'サイン','options':{
              'あざ':{'label':'あざ','index':'0'},'空腹':{'label':'空腹','index':'1'}}}
            """,
        """
            {'type':'SUBTABLE','code':'visits','label':'訪問','fields':{
              'place':{'type':'SINGLE_LINE_TEXT','code':'place','label':'場所'},
              'spent':{'type':'NUMBER','code':'spent','label':'分'}}}
            """
    };

    private Attendance() {}

    static AppBuilder app(AppId id) {
        return AppBuilder.anApp(id, "att_daily_" + id).fields(FIELDS);
    }
}

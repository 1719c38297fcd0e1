using System.Globalization;
using Pergola.Data.Operators;
using Pergola.UnitTests.Fields;

namespace Pergola.UnitTests.Operators;

/// <summary>Borders of periods. The clock stands at Monday, 2024-05-06T07:08:09Z.</summary>
public sealed class DatePeriodTests
{
    [Theory]
    [InlineData("2024", "2024-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z")]
    [InlineData("2024Q1", "2024-01-01T00:00:00.000Z", "2024-04-01T00:00:00.000Z")]
    [InlineData("2024Q4", "2024-10-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z")]
    [InlineData("2024-02", "2024-02-01T00:00:00.000Z", "2024-03-01T00:00:00.000Z")]
    [InlineData("2024W19", "2024-05-06T00:00:00.000Z", "2024-05-13T00:00:00.000Z")]
    [InlineData("2024W01", "2024-01-01T00:00:00.000Z", "2024-01-08T00:00:00.000Z")]
    [InlineData("2021W01", "2021-01-04T00:00:00.000Z", "2021-01-11T00:00:00.000Z")]
    [InlineData("2020W53", "2020-12-28T00:00:00.000Z", "2021-01-04T00:00:00.000Z")]
    [InlineData("2025W01", "2024-12-30T00:00:00.000Z", "2025-01-06T00:00:00.000Z")]
    [InlineData("2024w19", "2024-05-05T00:00:00.000Z", "2024-05-12T00:00:00.000Z")]
    [InlineData("2024w01", "2023-12-31T00:00:00.000Z", "2024-01-07T00:00:00.000Z")]
    [InlineData("2022w53", "2022-12-25T00:00:00.000Z", "2023-01-01T00:00:00.000Z")]
    [InlineData("2023w01", "2023-01-01T00:00:00.000Z", "2023-01-08T00:00:00.000Z")]
    [InlineData("2024-05-06", "2024-05-06T00:00:00.000Z", "2024-05-07T00:00:00.000Z")]
    [InlineData("2024-12-31", "2024-12-31T00:00:00.000Z", "2025-01-01T00:00:00.000Z")]
    [InlineData("2024-05-06 07", "2024-05-06T07:00:00.000Z", "2024-05-06T08:00:00.000Z")]
    [InlineData("2024-05-06T07:08", "2024-05-06T07:08:00.000Z", "2024-05-06T07:09:00.000Z")]
    [InlineData("2024-05-06 07:08:09", "2024-05-06T07:08:09.000Z", "2024-05-06T07:08:10.000Z")]
    [InlineData("2024-05-06 07:08:09.123", "2024-05-06T07:08:09.123Z", "2024-05-06T07:08:09.124Z")]
    [InlineData("2024+08:00", "2023-12-31T16:00:00.000Z", "2024-12-31T16:00:00.000Z")]
    [InlineData("2024-05+08:00", "2024-04-30T16:00:00.000Z", "2024-05-31T16:00:00.000Z")]
    [InlineData("2024-05-08:00", "2024-05-01T08:00:00.000Z", "2024-06-01T08:00:00.000Z")]
    [InlineData("2024Q2-05:00", "2024-04-01T05:00:00.000Z", "2024-07-01T05:00:00.000Z")]
    [InlineData("2024W19+08:00", "2024-05-05T16:00:00.000Z", "2024-05-12T16:00:00.000Z")]
    [InlineData("2024-05-06+08:00", "2024-05-05T16:00:00.000Z", "2024-05-06T16:00:00.000Z")]
    [InlineData("2024-05-06 07:08+08:00", "2024-05-05T23:08:00.000Z", "2024-05-05T23:09:00.000Z")]
    [InlineData("9999", "9999-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("[2024-05-05,2024-05-06]", "2024-05-05T00:00:00.000Z", "2024-05-07T00:00:00.000Z")]
    [InlineData("[2024-05-05,2024-05-06)", "2024-05-05T00:00:00.000Z", "2024-05-06T00:00:00.000Z")]
    [InlineData("(2024-05-05,2024-05-06]", "2024-05-06T00:00:00.000Z", "2024-05-07T00:00:00.000Z")]
    [InlineData("(2024-05, 2024Q3)", "2024-06-01T00:00:00.000Z", "2024-07-01T00:00:00.000Z")]
    [InlineData("[2023,2024]", "2023-01-01T00:00:00.000Z", "2025-01-01T00:00:00.000Z")]
    [InlineData("[2024-05-05,2024-05-06)+08:00", "2024-05-04T16:00:00.000Z", "2024-05-05T16:00:00.000Z")]
    [InlineData("[2024-05-05T10:00:00Z,2024-05-06T10:00:00Z]", "2024-05-05T10:00:00.000Z", "2024-05-06T10:00:00.001Z")]
    [InlineData("[2024-05-05T10:00:00Z,2024-05-06T10:00:00Z)", "2024-05-05T10:00:00.000Z", "2024-05-06T10:00:00.000Z")]
    public void Texts(string text, string start, string end) =>
        Assert.Equal((start, end), Bounds(new FieldBench("date"), $"\"{text}\""));

    [Theory]
    [InlineData("[\"2024-05-05\",\"2024-05-06\"]", "2024-05-05T00:00:00.000Z", "2024-05-07T00:00:00.000Z")]
    [InlineData("[\"2024-05-05\",\"2024-05-06\",\"[)\"]", "2024-05-05T00:00:00.000Z", "2024-05-06T00:00:00.000Z")]
    [InlineData("[\"2024-05\",\"2024-06\",\"(]\"]", "2024-06-01T00:00:00.000Z", "2024-07-01T00:00:00.000Z")]
    [InlineData(
        "[\"2024-05-05\",\"2024-05-06\",\"[]\",\"+08:00\"]",
        "2024-05-04T16:00:00.000Z",
        "2024-05-06T16:00:00.000Z"
    )]
    public void Arrays(string operand, string start, string end) =>
        Assert.Equal((start, end), Bounds(new FieldBench("date"), operand));

    [Theory]
    [InlineData("{\"type\":\"today\"}", "2024-05-06", "2024-05-07")]
    [InlineData("{\"type\":\"yesterday\"}", "2024-05-05", "2024-05-06")]
    [InlineData("{\"type\":\"tomorrow\"}", "2024-05-07", "2024-05-08")]
    [InlineData("{\"type\":\"thisWeek\"}", "2024-05-06", "2024-05-13")]
    [InlineData("{\"type\":\"lastWeek\"}", "2024-04-29", "2024-05-06")]
    [InlineData("{\"type\":\"nextWeek\"}", "2024-05-13", "2024-05-20")]
    [InlineData("{\"type\":\"thisMonth\"}", "2024-05-01", "2024-06-01")]
    [InlineData("{\"type\":\"lastMonth\"}", "2024-04-01", "2024-05-01")]
    [InlineData("{\"type\":\"nextMonth\"}", "2024-06-01", "2024-07-01")]
    [InlineData("{\"type\":\"thisQuarter\"}", "2024-04-01", "2024-07-01")]
    [InlineData("{\"type\":\"lastQuarter\"}", "2024-01-01", "2024-04-01")]
    [InlineData("{\"type\":\"nextQuarter\"}", "2024-07-01", "2024-10-01")]
    [InlineData("{\"type\":\"thisYear\"}", "2024-01-01", "2025-01-01")]
    [InlineData("{\"type\":\"lastYear\"}", "2023-01-01", "2024-01-01")]
    [InlineData("{\"type\":\"nextYear\"}", "2025-01-01", "2026-01-01")]
    [InlineData("{\"type\":\"past\"}", "2024-05-05", "2024-05-06")]
    [InlineData("{\"type\":\"past\",\"number\":3,\"unit\":\"day\"}", "2024-05-03", "2024-05-06")]
    [InlineData("{\"type\":\"past\",\"number\":\"2\",\"unit\":\"week\"}", "2024-04-22", "2024-05-06")]
    [InlineData("{\"type\":\"past\",\"number\":2,\"unit\":\"month\"}", "2024-03-01", "2024-05-01")]
    [InlineData("{\"type\":\"past\",\"number\":1,\"unit\":\"quarter\"}", "2024-01-01", "2024-04-01")]
    [InlineData("{\"type\":\"past\",\"number\":2,\"unit\":\"year\"}", "2022-01-01", "2024-01-01")]
    [InlineData("{\"type\":\"next\"}", "2024-05-07", "2024-05-08")]
    [InlineData("{\"type\":\"next\",\"number\":3,\"unit\":\"day\"}", "2024-05-07", "2024-05-10")]
    [InlineData("{\"type\":\"next\",\"number\":2,\"unit\":\"week\"}", "2024-05-13", "2024-05-27")]
    [InlineData("{\"type\":\"next\",\"number\":1,\"unit\":\"month\"}", "2024-06-01", "2024-07-01")]
    [InlineData("{\"type\":\"next\",\"number\":2,\"unit\":\"quarter\"}", "2024-07-01", "2025-01-01")]
    [InlineData("{\"type\":\"past\",\"number\":10000000,\"unit\":\"year\"}", "0001-01-01", "9999-12-31")]
    public void Relative_periods(string operand, string start, string end)
    {
        Assert.Equal((start, end), Bounds(new FieldBench("dateOnly"), operand));
    }

    [Theory]
    // 07:08 UTC is still Sunday evening at -08:00 and already Monday at +14:00.
    [InlineData("-08:00", "2024-05-05T08:00:00.000Z", "2024-05-06T08:00:00.000Z", "2024-05-05")]
    [InlineData("+14:00", "2024-05-05T10:00:00.000Z", "2024-05-06T10:00:00.000Z", "2024-05-06")]
    public void Today_is_today_where_the_client_is(string zone, string start, string end, string day)
    {
        const string today = "{\"type\":\"today\"}";
        Assert.Equal((start, end), Bounds(new FieldBench("date", clientZone: zone), today));
        Assert.Equal(day, Bounds(new FieldBench("dateOnly", clientZone: zone), today).Start);
    }

    [Theory]
    [InlineData("date", null, "+08:00", "2024-05-05T16:00:00.000Z", "2024-05-06T16:00:00.000Z")]
    [InlineData("date", "+03:00", null, "2024-05-05T21:00:00.000Z", "2024-05-06T21:00:00.000Z")]
    [InlineData("date", "+03:00", "+08:00", "2024-05-05T16:00:00.000Z", "2024-05-06T16:00:00.000Z")]
    [InlineData("datetimeNoTz", "+03:00", "+08:00", "2024-05-06 00:00:00", "2024-05-07 00:00:00")]
    [InlineData("dateOnly", "+03:00", "+08:00", "2024-05-06", "2024-05-07")]
    [InlineData("unixTimestamp", null, "+08:00", "1714924800", "1715011200")]
    public void Days_begin_where_the_client_is(string type, string? server, string? client, string start, string end) =>
        Assert.Equal(
            (start, end),
            Bounds(new FieldBench(type, serverZone: server, clientZone: client), "\"2024-05-06\"")
        );

    [Fact]
    public void Arrays_without_an_offset_are_in_the_zone_of_the_server_as_recorded() =>
        Assert.Equal(
            ("2024-05-05T00:00:00.000Z", "2024-05-07T00:00:00.000Z"),
            Bounds(new FieldBench("date", clientZone: "+08:00"), "[\"2024-05-05\",\"2024-05-06\"]")
        );

    [Theory]
    [InlineData("datetimeNoTz", null, "2024-05-05 16:00:00", "2024-05-06 16:00:00")]
    [InlineData("datetimeNoTz", "+03:00", "2024-05-05 19:00:00", "2024-05-06 19:00:00")]
    [InlineData("dateOnly", null, "2024-05-05", "2024-05-06")]
    public void Wall_times_meet_an_offset_through_the_zone_of_the_server(
        string type,
        string? server,
        string start,
        string end
    ) => Assert.Equal((start, end), Bounds(new FieldBench(type, serverZone: server), "\"2024-05-06+08:00\""));

    [Theory]
    [InlineData("datetimeNoTz", "2024-05-06 00:00:00")]
    [InlineData("dateOnly", "2024-05-06")]
    [InlineData("unixTimestamp", "1714953600")]
    public void Moments_are_cut_to_the_precision_of_the_column(string type, string start) =>
        Assert.Equal(start, Bounds(new FieldBench(type), "\"2024-05-06T00:00:00.999Z\"").Start);

    [Fact]
    public void Parts_of_a_day_hold_no_whole_day() =>
        Assert.Equal(("2024-05-06", "2024-05-06"), Bounds(new FieldBench("dateOnly"), "\"2024-05-06 10\""));

    [Theory]
    // 23 and 25 hours.
    [InlineData("Europe/Berlin", "2024-03-31", "2024-03-30T23:00:00.000Z", "2024-03-31T22:00:00.000Z")]
    [InlineData("Europe/Berlin", "2024-10-27", "2024-10-26T22:00:00.000Z", "2024-10-27T23:00:00.000Z")]
    // The hour that comes twice is counted from its first beginning; the skipped one is empty.
    [InlineData("Europe/Berlin", "2024-10-27 02", "2024-10-27T00:00:00.000Z", "2024-10-27T02:00:00.000Z")]
    [InlineData("Europe/Berlin", "2024-03-31 02", "2024-03-31T01:00:00.000Z", "2024-03-31T01:00:00.000Z")]
    [InlineData("America/New_York", "2024-03", "2024-03-01T05:00:00.000Z", "2024-04-01T04:00:00.000Z")]
    // A day that begins at 01:00, because midnight was skipped.
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z", "2018-11-05T02:00:00.000Z")]
    // A whole day that was skipped is empty.
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z", "2011-12-30T10:00:00.000Z")]
    public void Days_are_as_long_as_the_clocks_make_them(string zone, string day, string start, string end) =>
        Assert.Equal((start, end), Bounds(new FieldBench("date", clientZone: zone), $"\"{day}\""));

    private static (string Start, string End) Bounds(FieldBench field, string operand)
    {
        var bounds = DateBounds.Read(new OperatorBench(field).Context("$dateOn", operand));
        return (Show(bounds.Start), Show(bounds.End));
    }

    private static string Show(object value) =>
        value switch
        {
            DateTime { Kind: DateTimeKind.Utc } time => time.ToString(
                "yyyy-MM-ddTHH:mm:ss.fffZ",
                CultureInfo.InvariantCulture
            ),
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}

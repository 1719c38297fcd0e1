namespace Pergola.UnitTests.Fields;

public sealed class DateFieldTests
{
    [Theory]
    [InlineData("\"2024-05-06T07:08:09.123Z\"", "2024-05-06T07:08:09.123Z")]
    [InlineData("\"2024-05-06T07:08:09Z\"", "2024-05-06T07:08:09.000Z")]
    [InlineData("\"2024-05-06T07:08:09.123999Z\"", "2024-05-06T07:08:09.123Z")]
    [InlineData("\"2024-05-06T07:08:09.1Z\"", "2024-05-06T07:08:09.100Z")]
    [InlineData("\"2024-05-06T10:00:00+08:00\"", "2024-05-06T02:00:00.000Z")]
    [InlineData("\"2024-05-06T10:00:00-0330\"", "2024-05-06T13:30:00.000Z")]
    [InlineData("\"2024-05-06 10:00:00 +02\"", "2024-05-06T08:00:00.000Z")]
    [InlineData("\"2024-05-06T10:00+05:45\"", "2024-05-06T04:15:00.000Z")]
    [InlineData("\"2024-05-06 07:08:09\"", "2024-05-06T07:08:09.000Z")]
    [InlineData("\"2024-05-06T07:08:09\"", "2024-05-06T07:08:09.000Z")]
    [InlineData("\"2024-05-06 07:08\"", "2024-05-06T07:08:00.000Z")]
    [InlineData("\"2024-05-06\"", "2024-05-06T00:00:00.000Z")]
    [InlineData("\"2024-05\"", "2024-05-01T00:00:00.000Z")]
    [InlineData("1714953600123", "2024-05-06T00:00:00.123Z")]
    [InlineData("1714953600123.9", "2024-05-06T00:00:00.123Z")]
    [InlineData("0", "1970-01-01T00:00:00.000Z")]
    [InlineData("-1", "1969-12-31T23:59:59.999Z")]
    [InlineData("\"0001-01-01\"", "0001-01-01T00:00:00.000Z")]
    [InlineData("\"9999-12-31T23:59:59.999Z\"", "9999-12-31T23:59:59.999Z")]
    [InlineData("\"2024-02-29\"", "2024-02-29T00:00:00.000Z")]
    public void Instants_are_utc_to_the_millisecond(string input, string output)
    {
        Assert.Equal($"\"{output}\"", new FieldBench("date").RoundTrip(input));
        Assert.Equal($"\"{output}\"", new FieldBench("datetime").RoundTrip(input));
        Assert.Equal($"\"{output}\"", new FieldBench("datetimeTz").RoundTrip(input));
    }

    [Theory]
    [InlineData("+08:00", "\"2024-05-06 10:00:00\"", "2024-05-06T02:00:00.000Z")]
    [InlineData("+08:00", "\"2024-05-06\"", "2024-05-05T16:00:00.000Z")]
    [InlineData("+08:00", "\"2024-05-06T10:00:00Z\"", "2024-05-06T10:00:00.000Z")]
    [InlineData("Europe/Berlin", "\"2024-01-15 12:00\"", "2024-01-15T11:00:00.000Z")]
    [InlineData("Europe/Berlin", "\"2024-07-15 12:00\"", "2024-07-15T10:00:00.000Z")]
    // The clock jumps from 02:00 to 03:00: 02:30 never was and counts on from the old time.
    [InlineData("Europe/Berlin", "\"2024-03-31 02:30\"", "2024-03-31T01:30:00.000Z")]
    // 02:30 comes twice; the first one is summer time.
    [InlineData("Europe/Berlin", "\"2024-10-27 02:30\"", "2024-10-27T00:30:00.000Z")]
    public void Naive_times_are_wall_time_of_the_server(string zone, string input, string output) =>
        Assert.Equal($"\"{output}\"", new FieldBench("date", serverZone: zone, clientZone: "-05:00").RoundTrip(input));

    [Theory]
    [InlineData("date", "\"\"")]
    [InlineData("date", "\"nope\"")]
    [InlineData("date", "false")]
    [InlineData("date", "\"1714953600123\"")]
    [InlineData("date", "\"2024\"")]
    [InlineData("date", "\"2024-13-01\"")]
    [InlineData("date", "\"2023-02-29\"")]
    [InlineData("date", "\"2024-05-06T24:00:00Z\"")]
    [InlineData("date", "\"2024-05-06T10:60\"")]
    [InlineData("date", "\"2024-05-06T10:00:00+25:00\"")]
    [InlineData("date", "\"2024-05-06T\"")]
    [InlineData("date", "\"2024-05-06 10:00:00 x\"")]
    [InlineData("date", "\"0000-01-01\"")]
    [InlineData("date", "\"12024-01-01\"")]
    [InlineData("date", "{\"type\":\"today\"}")]
    [InlineData("date", "[]")]
    [InlineData("date", "1e300")]
    [InlineData("date", "253402300800000")]
    [InlineData("datetimeNoTz", "\"\"")]
    [InlineData("datetimeNoTz", "\"x\"")]
    [InlineData("datetimeNoTz", "true")]
    [InlineData("dateOnly", "\"\"")]
    [InlineData("dateOnly", "\"2024-02-30\"")]
    [InlineData("dateOnly", "\"20240230\"")]
    [InlineData("dateOnly", "\"6.5.2024\"")]
    [InlineData("time", "\"99:99\"")]
    [InlineData("time", "\"24:00\"")]
    [InlineData("time", "\"\"")]
    [InlineData("time", "\"7\"")]
    [InlineData("time", "\"07:08:60\"")]
    [InlineData("time", "70809")]
    [InlineData("time", "\"256060\"")]
    [InlineData("unixTimestamp", "\"1714953600\"")]
    [InlineData("unixTimestamp", "\"\"")]
    [InlineData("unixTimestamp", "1.5")]
    [InlineData("unixTimestamp", "true")]
    [InlineData("unixTimestamp", "1e15")]
    public void Other_values_are_no_dates(string type, string input) => new FieldBench(type).Refuse(input);

    [Theory]
    [InlineData(null, "\"2024-05-06 07:08:09\"", "2024-05-06 07:08:09")]
    [InlineData(null, "\"2024-05-06T10:00:00.000Z\"", "2024-05-06 10:00:00")]
    [InlineData(null, "\"2024-05-06\"", "2024-05-06 00:00:00")]
    [InlineData(null, "\"2024-05-06 07:08:09.999\"", "2024-05-06 07:08:09")]
    [InlineData("+08:00", "\"2024-05-06 07:08:09\"", "2024-05-06 07:08:09")]
    [InlineData("+08:00", "\"2024-05-06T20:00:00Z\"", "2024-05-07 04:00:00")]
    [InlineData("+08:00", "\"2024-05-06T20:00:00+08:00\"", "2024-05-06 20:00:00")]
    [InlineData("+08:00", "1714953600123", "2024-05-06 08:00:00")]
    public void Wall_times_stay_as_given_and_instants_become_those_of_the_server(
        string? zone,
        string input,
        string output
    ) => Assert.Equal($"\"{output}\"", new FieldBench("datetimeNoTz", serverZone: zone).RoundTrip(input));

    [Theory]
    [InlineData(null, "\"2024-05-06\"", "2024-05-06")]
    [InlineData(null, "\"20240506\"", "2024-05-06")]
    [InlineData(null, "\"2024-5-6\"", "2024-05-06")]
    [InlineData(null, "\"2024-05-06T10:00:00.000Z\"", "2024-05-06")]
    [InlineData(null, "\"2024-05-06 23:59:59\"", "2024-05-06")]
    [InlineData(null, "1714953600123", "2024-05-06")]
    [InlineData("+08:00", "\"2024-05-06T16:00:00Z\"", "2024-05-07")]
    [InlineData("+08:00", "\"2024-05-06\"", "2024-05-06")]
    public void Days(string? zone, string input, string output) =>
        Assert.Equal($"\"{output}\"", new FieldBench("dateOnly", serverZone: zone).RoundTrip(input));

    [Theory]
    [InlineData("07:08:09", "07:08:09")]
    [InlineData("07:08", "07:08:00")]
    [InlineData("7:8", "07:08:00")]
    [InlineData("070809", "07:08:09")]
    [InlineData("07:08:09.999", "07:08:09")]
    [InlineData(" 23:59:59 ", "23:59:59")]
    public void Times(string input, string output) =>
        Assert.Equal($"\"{output}\"", new FieldBench("time").RoundTrip($"\"{input}\""));

    [Theory]
    [InlineData("\"accuracy\":\"second\"", "\"2024-05-06T07:08:09.123Z\"", 1714979289, "2024-05-06T07:08:09.000Z")]
    [InlineData(
        "\"accuracy\":\"millisecond\"",
        "\"2024-05-06T07:08:09.123Z\"",
        1714979289123,
        "2024-05-06T07:08:09.123Z"
    )]
    [InlineData("", "1714953600", 1714953600, "2024-05-06T00:00:00.000Z")]
    [InlineData("\"accuracy\":\"millisecond\"", "1714953600123", 1714953600123, "2024-05-06T00:00:00.123Z")]
    [InlineData("", "\"1969-12-31T23:59:59.999Z\"", -1, "1969-12-31T23:59:59.000Z")]
    [InlineData(
        "\"accuracy\":\"second\",\"uiSchema\":{\"x-component-props\":{\"accuracy\":\"millisecond\"}}",
        "1714953600123",
        1714953600123,
        "2024-05-06T00:00:00.123Z"
    )]
    public void Timestamps_are_stored_in_their_unit(string options, string input, long stored, string output)
    {
        var bench = new FieldBench("unixTimestamp", options);
        Assert.Equal(stored, bench.Parse(input));
        Assert.Equal($"\"{output}\"", bench.RoundTrip(input));
    }

    [Fact]
    public void A_timestamp_in_a_unit_that_is_not_its_own_is_written_as_it_is() =>
        Assert.Equal("1714953600123456", new FieldBench("unixTimestamp").Write(1714953600123456L));

    [Theory]
    [InlineData("1714953600", 1714953600)]
    [InlineData("\"1714953600\"", 1714953600)]
    [InlineData("\"2024-05-06T00:00:00Z\"", 1714953600)]
    public void The_operand_of_a_timestamp_is_the_stored_number(string operand, long value) =>
        Assert.Equal(value, new FieldBench("unixTimestamp").Operand(operand));

    [Theory]
    [InlineData("\"2024-05-06T16:00:00.000Z\"", "2024-05-06T16:00:00")]
    [InlineData("\"2024-05-06 16:00:00\"", "2024-05-06T08:00:00")]
    public void The_operand_of_a_date_is_read_as_on_save(string operand, string utc) =>
        Assert.Equal(
            DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture),
            new FieldBench("date", serverZone: "+08:00").Operand(operand)
        );
}

using Pergola.Core.Passwords;
using Pergola.Data.Fields.Binary;
using Pergola.Data.Fields.Choice;
using Pergola.Data.Fields.Computed;
using Pergola.Data.Fields.Date;
using Pergola.Data.Fields.Identity;
using Pergola.Data.Fields.Json;
using Pergola.Data.Fields.Number;
using Pergola.Data.Fields.Text;

namespace Pergola.Data.Fields;

/// <summary>The field types every app has.</summary>
public static class StandardFieldTypes
{
    private static readonly FieldType[] Stored =
    [
        new StringField(),
        new TextField(),
        new IntegerField(),
        new BigIntField(),
        new FloatField(),
        new DoubleField(),
        new RealField(),
        new DecimalField(),
        new SortField(),
        new BooleanField(),
        new RadioField(),
        new ArrayField(),
        new SetField(),
        new DateField(),
        new DatetimeNoTzField(),
        new DateOnlyField(),
        new TimeField(),
        new UnixTimestampField(),
        new JsonField(),
        new JsonbField(),
        new UuidField(),
        new NanoidField(),
        new UidField(),
        new SnowflakeIdField(),
        new PasswordField(new ScryptPasswordHash()),
        new BlobField(),
    ];

    public static IReadOnlyList<FieldType> All { get; } =
    [.. Stored, new ContextField(Stored), new FormulaField(Stored), new SequenceField(), new VirtualField()];
}

using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>Errors about names that a query uses and the snapshot does not know.</summary>
internal static class QueryNames
{
    public static BadRequestException UnknownField(Collection collection, string name, string parameter) =>
        new(
            "Unknown field \"{field}\" in collection \"{collection}\" ({parameter})",
            [("field", ValueErrors.Quote(name)), ("collection", collection.Name), ("parameter", parameter)],
            name
        );
}

using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.UnitTests.Querying;

/// <summary>Collections with every kind of relation, key and column, for tests that need no database.</summary>
internal static class Library
{
    private static readonly string[] Definitions =
    [
        """
            {"name":"authors","timestamps":false,"fields":[
              {"name":"name","type":"string","allowNull":false},
              {"name":"email","type":"string","unique":true,"allowNull":false},
              {"name":"nick","type":"string","unique":true},
              {"name":"age","type":"integer"},
              {"name":"score","type":"bigInt"},
              {"name":"rating","type":"decimal","precision":10,"scale":2},
              {"name":"weight","type":"double"},
              {"name":"active","type":"boolean"},
              {"name":"bio","type":"text"},
              {"name":"tags","type":"array"},
              {"name":"levels","type":"set"},
              {"name":"born","type":"dateOnly"},
              {"name":"joined","type":"date"},
              {"name":"seen","type":"datetimeNoTz"},
              {"name":"wakes","type":"time"},
              {"name":"token","type":"uuid","autoFill":false},
              {"name":"profile","type":"json"},
              {"name":"extra","type":"jsonb"},
              {"name":"photo","type":"blob"},
              {"name":"secret","type":"password"},
              {"name":"note","type":"string","hidden":true},
              {"name":"virtual","type":"virtual"},
              {"name":"books","type":"hasMany","target":"books","foreignKey":"authorId","sortBy":["-pages","title"]},
              {"name":"address","type":"hasOne","target":"addresses","foreignKey":"authorId"}]}
            """,
        """
            {"name":"books","timestamps":false,"sortable":true,"fields":[
              {"name":"title","type":"string"},
              {"name":"pages","type":"integer"},
              {"name":"author","type":"belongsTo","target":"authors","foreignKey":"authorId"},
              {"name":"publisher","type":"belongsTo","target":"authors","foreignKey":"publisherNick","targetKey":"nick"},
              {"name":"namesake","type":"belongsTo","target":"authors","foreignKey":"authorName","targetKey":"name"},
              {"name":"chapters","type":"hasMany","target":"chapters","foreignKey":"bookId","sortable":true},
              {"name":"labels","type":"belongsToMany","target":"labels","through":"bookLabels","foreignKey":"bookId","otherKey":"labelId"}]}
            """,
        """{"name":"addresses","timestamps":false,"fields":[{"name":"city","type":"string"}]}""",
        """{"name":"chapters","timestamps":false,"fields":[{"name":"heading","type":"string"}]}""",
        """
            {"name":"labels","timestamps":false,"fields":[
              {"name":"name","type":"string"},
              {"name":"books","type":"belongsToMany","target":"books","through":"bookLabels","foreignKey":"labelId","otherKey":"bookId"}]}
            """,
        """
            {"name":"bookLabels","autoGenId":false,"timestamps":false,"isThrough":true,"fields":[
              {"name":"bookId","type":"bigInt","isForeignKey":true},{"name":"labelId","type":"bigInt","isForeignKey":true},
              {"name":"remark","type":"string"}]}
            """,
        """
            {"name":"groups","timestamps":false,"tree":"adjacencyList","fields":[
              {"name":"name","type":"string"},
              {"name":"owner","type":"belongsTo","target":"authors","foreignKey":"ownerId"},
              {"name":"parent","type":"belongsTo","treeParent":true,"foreignKey":"parentId"},
              {"name":"children","type":"hasMany","treeChildren":true,"foreignKey":"parentId"}]}
            """,
        """
            {"name":"stock","autoGenId":false,"timestamps":false,"fields":[
              {"name":"shop","type":"string","primaryKey":true},{"name":"sku","type":"integer","primaryKey":true},
              {"name":"left","type":"integer"},
              {"name":"book","type":"belongsTo","target":"books","foreignKey":"bookId"},
              {"name":"labels","type":"hasMany","target":"labels","foreignKey":"shop","sourceKey":"shop"}]}
            """,
        """{"name":"tickets","autoGenId":false,"timestamps":false,"fields":[{"name":"id","type":"uuid","primaryKey":true}]}""",
        """
            {"name":"logs","autoGenId":false,"timestamps":false,"fields":[
              {"name":"text","type":"string"},
              {"name":"lines","type":"hasMany","target":"logs","foreignKey":"text","sourceKey":"text","targetKey":"text"}]}
            """,
    ];

    public static SchemaSnapshot Schema { get; } = Build();

    private static SchemaSnapshot Build()
    {
        var types = new FieldTypeRegistry(StandardFieldTypes.All);
        var schema = new SchemaBuilder(types, new Naming(), 63).Build(
            1,
            [.. Definitions.Select(d => CollectionDefinition.Parse(d))]
        );
        return schema.Issues.Count == 0
            ? schema
            : throw new InvalidOperationException(string.Join(Environment.NewLine, schema.Issues));
    }
}

namespace Pergola.IntegrationTests.Records;

/// <summary>Authors, books, labels and covers with every kind of relation between them.</summary>
internal static class BookShelf
{
    private const string Presets = """
        {"name":"createdBy","type":"belongsTo","target":"$users","foreignKey":"createdById"},
        {"name":"updatedBy","type":"belongsTo","target":"$users","foreignKey":"updatedById"}
        """;

    private const string Id =
        """{"name":"id","type":"snowflakeId","primaryKey":true,"allowNull":false,"uiSchema":{"title":"ID"}}""";

    public static IReadOnlyList<string> Definitions { get; } =
    [
        """{"name":"$users","fields":[{"name":"nickname","type":"string"}]}""",
        $$"""
            {"name":"$authors","title":"Authors","autoGenId":false,"createdBy":true,"updatedBy":true,"fields":[{{Id}},{{Presets}},
              {"name":"name","type":"string","uiSchema":{"title":"Name"} },
              {"name":"email","type":"string","unique":true,"uiSchema":{"title":"Email"} },
              {"name":"age","type":"bigInt"},
              {"name":"tags","type":"array","defaultValue":[]},
              {"name":"level","type":"string","defaultValue":"gold"},
              {"name":"books","type":"hasMany","target":"$books","foreignKey":"authorId"}]}
            """,
        $$"""
            {"name":"$books","title":"Books","autoGenId":false,"createdBy":true,"updatedBy":true,"fields":[{{Id}},{{Presets}},
              {"name":"title","type":"string","uiSchema":{"title":"Title"},
               "validation":{"type":"string","rules":[{"name":"required"},{"name":"max","args":{"limit":40} }]} },
              {"name":"pages","type":"bigInt"},
              {"name":"author","type":"belongsTo","target":"$authors","foreignKey":"authorId","onDelete":"SET NULL"},
              {"name":"labels","type":"belongsToMany","target":"$labels","through":"$book_labels","foreignKey":"bookId","otherKey":"labelId"},
              {"name":"cover","type":"hasOne","target":"$covers","foreignKey":"bookId","onDelete":"CASCADE"}]}
            """,
        $$"""
            {"name":"$labels","title":"Labels","autoGenId":false,"timestamps":false,"fields":[{{Id}},
              {"name":"name","type":"string"}]}
            """,
        $$"""
            {"name":"$covers","title":"Covers","autoGenId":false,"timestamps":false,"fields":[{{Id}},{"name":"color","type":"string"}]}
            """,
        """
            {"name":"$book_labels","autoGenId":false,"isThrough":true,"fields":[
              {"name":"bookId","type":"bigInt","isForeignKey":true},{"name":"labelId","type":"bigInt","isForeignKey":true},
              {"name":"note","type":"string"}]}
            """,
        $$"""
            {"name":"$shelves","autoGenId":false,"timestamps":false,"fields":[{{Id}},
              {"name":"labels","type":"belongsToMany","target":"$marks","through":"$shelf_labels","foreignKey":"shelfId",
               "otherKey":"labelCode","targetKey":"code"}]}
            """,
        $$"""
            {"name":"$marks","autoGenId":false,"timestamps":false,"fields":[{{Id}},{"name":"name","type":"string"},
              {"name":"code","type":"string","unique":true}]}
            """,
        """
            {"name":"$shelf_labels","autoGenId":false,"isThrough":true,"fields":[
              {"name":"shelfId","type":"bigInt","isForeignKey":true},{"name":"labelCode","type":"string","isForeignKey":true}]}
            """,
        $$"""
            {"name":"$locks","autoGenId":false,"timestamps":false,"fields":[{{Id}},
              {"name":"label","type":"belongsTo","target":"$labels","foreignKey":"labelId","onDelete":"RESTRICT"}]}
            """,
    ];
}

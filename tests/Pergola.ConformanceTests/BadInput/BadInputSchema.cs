namespace Pergola.ConformanceTests.BadInput;

/// <summary>What is created before the first bad request.</summary>
internal static class BadInputSchema
{
    private const string Id =
        """{"name":"id","type":"snowflakeId","interface":"snowflakeId","primaryKey":true,"allowNull":false,"autoIncrement":false}""";

    public static readonly IReadOnlyList<(string Target, string Body)> Requests =
    [
        (
            "collections:create",
            $$"""
            {"name":"bad_things","autoGenId":false,"fields":[{{Id}},
              {"name":"name","type":"string"},
              {"name":"short","type":"string","length":10},
              {"name":"email","type":"string","unique":true},
              {"name":"required","type":"string","allowNull":false},
              {"name":"body","type":"text"},
              {"name":"count","type":"integer"},
              {"name":"big","type":"bigInt"},
              {"name":"ratio","type":"double"},
              {"name":"weight","type":"float"},
              {"name":"single","type":"real"},
              {"name":"price","type":"decimal","precision":10,"scale":2},
              {"name":"flag","type":"boolean"},
              {"name":"chosen","type":"radio"},
              {"name":"at","type":"date"},
              {"name":"wall","type":"datetimeNoTz"},
              {"name":"day","type":"dateOnly"},
              {"name":"clock","type":"time"},
              {"name":"unix","type":"unixTimestamp"},
              {"name":"doc","type":"json"},
              {"name":"docb","type":"jsonb"},
              {"name":"tags","type":"array"},
              {"name":"marks","type":"set"},
              {"name":"uuid","type":"uuid"},
              {"name":"nano","type":"nanoid"},
              {"name":"uid","type":"uid"},
              {"name":"secret","type":"password"},
              {"name":"position","type":"sort"},
              {"name":"rated","type":"double","validation":{"type":"number","rules":[{"key":"r1","name":"max","args":{"limit":5} }]} }]}
            """
        ),
        (
            "collections:create",
            $$"""{"name":"bad_parts","autoGenId":false,"fields":[{{Id}},{"name":"title","type":"string"}]}"""
        ),
        (
            "collections:create",
            $$"""{"name":"bad_labels","autoGenId":false,"fields":[{{Id}},{"name":"color","type":"string"}]}"""
        ),
        (
            "collections:create",
            $$"""{"name":"bad_covers","autoGenId":false,"fields":[{{Id}},{"name":"title","type":"string"}]}"""
        ),
        ("collections:create", $$"""{"name":"bad_locks","autoGenId":false,"fields":[{{Id}}]}"""),
        (
            "collections:create",
            $$"""
            {"name":"bad_tree","tree":"adjacencyList","autoGenId":false,"fields":[{{Id}},
              {"name":"name","type":"string"},
              {"name":"parentId","type":"snowflakeId","isForeignKey":true,"autoFill":false,"interface":"snowflakeId"},
              {"name":"parent","type":"belongsTo","target":"bad_tree","foreignKey":"parentId","treeParent":true,"interface":"m2o"},
              {"name":"children","type":"hasMany","target":"bad_tree","foreignKey":"parentId","treeChildren":true,"interface":"o2m"}]}
            """
        ),
        (
            "collections/bad_parts/fields:create",
            """
            {"name":"thing","type":"belongsTo","interface":"m2o","target":"bad_things","foreignKey":"thingId","targetKey":"id",
             "reverseField":{"name":"parts","type":"hasMany","interface":"o2m"}}
            """
        ),
        (
            "collections/bad_things/fields:create",
            """
            {"name":"labels","type":"belongsToMany","interface":"m2m","target":"bad_labels","through":"bad_thing_labels",
             "foreignKey":"thingId","otherKey":"labelId","sourceKey":"id","targetKey":"id"}
            """
        ),
        (
            "collections/bad_things/fields:create",
            """{"name":"cover","type":"hasOne","interface":"oho","target":"bad_covers","foreignKey":"thingId","sourceKey":"id"}"""
        ),
        (
            "collections/bad_locks/fields:create",
            """
            {"name":"label","type":"belongsTo","interface":"m2o","target":"bad_labels","foreignKey":"labelId","targetKey":"id",
             "onDelete":"RESTRICT"}
            """
        ),
        ("collections:create", """{"name":"bad_counted","fields":[{"name":"n","type":"integer"}]}"""),
        ("bad_labels:create", """[{"id":21,"color":"red"},{"id":22,"color":"blue"}]"""),
        (
            "bad_things:create",
            """
            [{"id":1,"name":"one","email":"one@x.io","required":"r","count":1,"big":1,"price":"1.00","tags":["a"],"doc":{"a":1},
              "labels":[21]},
             {"id":2,"name":"one","email":"two@x.io","required":"r","count":1,"at":"2024-05-06T07:08:09.123Z"}]
            """
        ),
        ("bad_parts:create", """[{"id":11,"title":"p","thing":1},{"id":12,"title":"p","thing":2}]"""),
        ("bad_covers:create", """{"id":15,"title":"c","thingId":1}"""),
        ("bad_locks:create", """{"id":17,"label":22}"""),
        (
            "bad_tree:create",
            """[{"id":31,"name":"root"},{"id":32,"name":"kid","parentId":31},{"id":33,"name":"leaf","parentId":32}]"""
        ),
    ];
}

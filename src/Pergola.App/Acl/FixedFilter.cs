using System.Text.Json;
using Pergola.App.Acl.Rules;

namespace Pergola.App.Acl;

/// <summary>
/// A condition that holds for everybody who uses an action, the role <c>root</c> included: records it leaves out are not
/// there for the action. It may hold variables such as <c>{{ctx.state.currentUser.id}}</c>.
/// </summary>
public sealed record FixedFilter(string Resource, string Action, JsonElement Condition)
{
    internal Permission AsPermission { get; } = new(Fields: null, [Condition]);
}

namespace Pergola.App.Actions;

/// <summary>Marks an action that reads the body itself, because it may be a file longer than other requests may be.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TakesFileAttribute : Attribute
{
    /// <summary>Whether the body of a request is the action's own affair: it is marked, and the body is no JSON.</summary>
    internal static bool Applies(ActionContext context) =>
        context.Target.Action.IsDefined(typeof(TakesFileAttribute), inherit: false)
        && context.Http.Request.HasFormContentType;
}

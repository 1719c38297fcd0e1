using System.Text.Json;

namespace Pergola.App.Notices;

/// <summary>A message to open clients.</summary>
/// <param name="Type">Type of the wire contract, such as <c>notification</c>.</param>
/// <param name="Payload">What it says; undefined for nothing.</param>
/// <param name="UserId">The user it is for; null for everybody, signed in or not.</param>
public sealed record Notice(string Type, JsonElement Payload, long? UserId = null);

namespace Pergola.Plugins.Collections.Actions;

/// <summary>Moving one element of an ordered list.</summary>
internal static class Reorder
{
    /// <summary>Takes the element at <paramref name="from"/> to the place of the one at <paramref name="to"/>, or after it.</summary>
    public static void Move<T>(List<T> order, int from, int to, bool after)
    {
        var moved = order[from];
        var target = order[to];
        order.RemoveAt(from);
        var place = order.IndexOf(target);

        // Downwards an element takes the place that the ones in between leave free; upwards it pushes them.
        var index = after || from < to ? place + 1 : place;
        order.Insert(from == to ? from : index, moved);
    }
}

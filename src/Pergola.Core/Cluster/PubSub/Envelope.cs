using System.Buffers.Binary;
using System.Text;

namespace Pergola.Core.Cluster.PubSub;

/// <summary>How a message travels: form, publisher, length of the channel's name, name, body.</summary>
internal static class Envelope
{
    private const byte Form = 1;
    private const int PublisherBytes = 16;
    private const int HeadBytes = 1 + PublisherBytes + sizeof(ushort);

    public static byte[] Write(Guid publisher, string channel, ReadOnlySpan<byte> body)
    {
        if (body.Length > IPubSub.LongestBody)
        {
            throw new ArgumentException($"A message has at most {IPubSub.LongestBody} bytes.", nameof(body));
        }

        var nameBytes = Encoding.UTF8.GetByteCount(channel);
        var bytes = new byte[HeadBytes + nameBytes + body.Length];
        bytes[0] = Form;
        publisher.TryWriteBytes(bytes.AsSpan(1));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1 + PublisherBytes), checked((ushort)nameBytes));
        Encoding.UTF8.GetBytes(channel, bytes.AsSpan(HeadBytes));
        body.CopyTo(bytes.AsSpan(HeadBytes + nameBytes));
        return bytes;
    }

    /// <summary>The message, null when it has another form, such as that of a later version.</summary>
    public static PubSubMessage? Read(ReadOnlyMemory<byte> bytes, Guid self)
    {
        var span = bytes.Span;
        if (span.Length < HeadBytes || span[0] != Form)
        {
            return null;
        }

        var publisher = new Guid(span.Slice(1, PublisherBytes));
        var body = HeadBytes + BinaryPrimitives.ReadUInt16BigEndian(span[(1 + PublisherBytes)..]);
        return body > span.Length
            ? null
            : new PubSubMessage(
                Encoding.UTF8.GetString(span[HeadBytes..body]),
                publisher.ToString("N"),
                publisher == self,
                bytes[body..]
            );
    }
}

import Bytes

/// The hashes of inline code as a policy names them, each reckoned once: a script in the head stands on every page.
struct InlineHashes: Sendable {
  private var known: [Digest: (code: [UInt8], text: String)] = [:]

  /// Code beyond this many kinds is of single pages, and not worth keeping.
  private static let most = 64

  /// The hash of inline code, over what the browser sees: it turns CRLF and CR into LF before it looks.
  mutating func text(of content: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let bytes = UnsafeBufferPointer(rebasing: content)
    let digest = Digest(of: bytes.span)
    if let found = known[digest], found.code.count == content.count,
      found.code.withUnsafeBufferPointer({ bytes.holds($0, at: 0) })
    {
      return found.text
    }
    let text = "'\(SecureDigest.sha256.text(of: Self.withPlainLineEnds(content).span))'"
    if known.count < Self.most { known[digest] = (Array(content), text) }
    return text
  }

  private static func withPlainLineEnds(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    for index in content.indices {
      guard content[index] == UInt8(ascii: "\r") else {
        text.append(content[index])
        continue
      }
      let isPair = index + 1 < content.endIndex && content[index + 1] == UInt8(ascii: "\n")
      if !isPair { text.append(UInt8(ascii: "\n")) }
    }
    return text
  }
}

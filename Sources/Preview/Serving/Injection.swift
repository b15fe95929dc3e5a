import Bytes

/// The one line that the preview adds to pages: its script, and which state of the page this is.
enum Injection {
  /// The page with the script in its head, before all other scripts, so that it sees the page as it was sent.
  static func adding(to page: [UInt8], tag: EntityTag) -> [UInt8] {
    let place = place(in: page)
    var out: [UInt8] = []
    out.reserveCapacity(page.count + 200)
    out += page[..<place]
    out.append(text: line(tag))
    out += page[place...]
    return out
  }

  static func line(_ tag: EntityTag) -> String {
    "<script src=\"\(Internal.script)\" integrity=\"\(Internal.scriptHash)\" data-page=\"\(tag.text)\" defer></script>"
  }

  /// After `<head>`, else after `<html>`, else after the doctype, which must stay first.
  private static func place(in page: [UInt8]) -> Int {
    ["<head", "<html", "<!doctype"].lazy.compactMap { end(ofTag: $0, in: page) }.first ?? 0
  }

  /// Where the first tag of a name ends; looked for only where heads are.
  private static func end(ofTag name: String, in page: [UInt8]) -> Int? {
    let sought = Array(name.utf8)
    let last = min(page.count, searched) - sought.count
    guard last >= 0 else { return nil }
    for start in 0...last where page[start] == UInt8(ascii: "<") {
      let end = start + sought.count
      guard zip(page[start..<end], sought).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }), end < page.count,
        page[end] == UInt8(ascii: ">") || page[end] <= 0x20
      else { continue }
      return page[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
    return nil
  }

  /// A head begins well before.
  private static let searched = 4096
}

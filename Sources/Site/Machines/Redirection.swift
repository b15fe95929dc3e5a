import Bytes

/// An old address that leads to a new one: a line of `_redirects`, or a page for servers that read none.
public struct Redirection: Sendable, Hashable {
  /// With the path of the site before it.
  public let from: String
  /// A path like `from`, or an absolute address.
  public let to: String
  public let status: Int

  public init(from: String, to: String, status: Int = 301) {
    self.from = from
    self.to = to
    self.status = status
  }

  /// The name of the file that servers read.
  public static let fileName = "_redirects"

  /// Writes `_redirects`, in the order of the rules: the first that fits counts.
  ///
  /// Servers compare the addresses as they are asked for them, which is with all but plain letters encoded.
  public static func file(of rules: [Redirection]) -> [UInt8] {
    var out: [UInt8] = []
    for rule in rules {
      out.append(text: rule.from.percentEncoded(keeping: .address))
      out.append(" ")
      out.append(text: rule.to.percentEncoded(keeping: .address))
      out.append(" ")
      out.append(decimal: rule.status)
      out.append("\n")
    }
    return out
  }

  /// Writes the page that sends a reader on; `target` is absolute, so that search engines learn the new address.
  public static func page(to target: String, language: String) -> [UInt8] {
    var out: [UInt8] = []
    out.append("<!DOCTYPE html>\n<html lang=\"")
    out.append(markupEscaping: language)
    out.append("\"><head><meta charset=\"utf-8\"><title>")
    out.append(markupEscaping: target)
    out.append("</title><link rel=\"canonical\" href=\"")
    out.append(href: Array(target.utf8).span)
    out.append("\"><meta name=\"robots\" content=\"noindex\"><meta http-equiv=\"refresh\" content=\"0; url=")
    out.append(href: Array(target.utf8).span)
    out.append("\"></head><body><p><a href=\"")
    out.append(href: Array(target.utf8).span)
    out.append("\">")
    out.append(markupEscaping: target)
    out.append("</a></p></body></html>\n")
    return out
  }
}

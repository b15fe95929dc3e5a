import HTTP
import Hosting

// Settings for Caddy, version 2.

extension Snippet {
  var caddy: String {
    var lines = [
      "# Written by 'sitegen deploy --snippet caddy'; import it inside the block of the site."
    ]
    if let remark { lines.append(remark) }
    lines.append("")
    if let root { lines.append("root * \(Self.quoted(root))") }
    let strip =
      address.path == "/" ? [] : ["uri strip_prefix \(Self.quoted(String(address.path.dropLast())))"]
    let server = hasCompressedForms ? ["file_server {", "\tprecompressed br gzip", "}"] : ["file_server"]
    // Inside a route things are done in the order in which they are written.
    lines +=
      ["route {"] + (caddyHeaders + caddyTypes + caddyRedirects + strip + server).map { "\t\($0)" } + ["}"]
    if hasErrorPage {
      lines += [
        "handle_errors {", "\t@missing expression `{http.error.status_code} == 404`",
        "\theader @missing Content-Type \"text/html; charset=utf-8\"", "\trewrite @missing /404.html",
        "\tfile_server", "}",
      ]
    }
    return lines.map { "\($0)\n" }.joined()
  }

  private var caddyHeaders: [String] {
    var lines: [String] = []
    for (number, rule) in rules.plainHeaders.enumerated() {
      var matcher = ""
      if rule.path.pieces != [.text(address.path), .anything] {
        matcher = "@headers\(number + 1) "
        lines.append("\(matcher)path_regexp \(Self.quoted("^\(rule.path.expression)$"))")
      }
      lines += rule.without.map { "header \(matcher)-\($0)" }
      lines += rule.headers.map { "header \(matcher)\($0.name) \(Self.quoted($0.value))" }
    }
    return lines
  }

  /// The types as they are promised, whatever the system's own list says.
  private var caddyTypes: [String] {
    let byEnding = MediaType.byEnding.filter { endings.contains($0.key) }.sorted { $0.key < $1.key }
    let types =
      byEnding.map { (path: "*.\($0.key)", type: $0.value) }
      + MediaType.tellingNames.map { (path: "*/\($0.name)", type: $0.type) }
    // What serves the file has its own idea of its type, so that ours has to come after it. What is outermost comes
    // last, so that names go before endings.
    return types.reversed().enumerated().flatMap { number, row in
      let (path, type) = row
      return [
        "@type\(number + 1) path \(path)", "header @type\(number + 1) {",
        "\tContent-Type \(Self.quoted(type))", "\tdefer", "}",
      ]
    }
  }

  private var caddyRedirects: [String] {
    var lines: [String] = []
    for (number, rule) in rules.plainRedirects.enumerated() {
      let name = "redirect\(number + 1)"
      let target = rule.from.filling(rule.to) { "{re.\(name).\($0)}" }
      lines += [
        "@\(name) path_regexp \(name) \(Self.quoted("^\(rule.from.expression)$"))",
        "redir @\(name) \(Self.quoted(target)) \(rule.status)",
      ]
    }
    return lines
  }

  /// Between backquotes nothing means anything but them; between others a backslash stands before quotes alone.
  private static func quoted(_ text: String) -> String {
    guard text.contains("`") else { return "`\(text)`" }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      + "\""
  }
}

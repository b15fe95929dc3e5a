import HTTP
import Hosting

// Settings for nginx.
//
// A header that a `location` adds hides all those of the `server` around it. Hence each header is added once, with a
// variable that is set by the path; nginx leaves out a header whose variable is empty.

extension Snippet {
  var nginx: String {
    var lines = [
      "# Written by 'sitegen deploy --snippet nginx'; include it inside the server block of the site."
    ]
    if let remark { lines.append(remark) }
    lines += ["", "index index.html;", "absolute_redirect off;"] + nginxTypes
    if hasCompressedForms {
      lines += [
        "gzip_static on;", "# With libnginx-mod-http-brotli-static (Debian) or ngx_brotli:",
        "# brotli_static on;",
      ]
    }
    lines += nginxPlace + nginxHeaders + nginxRedirects + nginxNames
    return lines.map { "\($0)\n" }.joined()
  }

  private var nginxPlace: [String] {
    let base = address.path
    let error = hasErrorPage ? ["error_page 404 \(base)404.html;"] : []
    guard let root else { return error }
    if base == "/" { return ["root \(Self.quoted(root));"] + error }
    // Below a path the folder stands for that path.
    return error + ["location \(base) { alias \(Self.quoted("\(root)/")); }"]
  }

  /// The types as they are promised, whatever the server's own list says; texts are all in UTF-8.
  private var nginxTypes: [String] {
    var endings: [String: [String]] = [:]
    for (ending, type) in MediaType.byEnding {
      endings[type.bare, default: []].append(ending)
    }
    let types = endings.sorted { $0.key < $1.key }.map {
      "  \($0.key) \($0.value.sorted().joined(separator: " "));"
    }
    let texts = Set(MediaType.byEnding.values.filter { $0.hasSuffix("charset=utf-8") }.map(\.bare))
    return [
      "charset utf-8;", "charset_types \(texts.subtracting(["text/html"]).sorted().joined(separator: " "));",
    ]
      + ["types {"] + types + ["}"]
  }

  /// Files whose name says more than their ending. Below a path the folder is given by a `location`, and another one
  /// would not know it.
  private var nginxNames: [String] {
    guard address.path == "/" else { return [] }
    return [""]
      + MediaType.tellingNames.map { name, type in
        "location ~ \(Self.quoted("/\(PathPattern(name).expression)$")) { types {} default_type \(Self.quoted(type)); }"
      }
  }

  private var nginxHeaders: [String] {
    var lines: [String] = []
    for (number, header) in headersByName.enumerated() {
      // A dollar begins a variable, and nothing keeps it from doing so.
      guard !header.values.contains(where: { $0.value.contains("$") }) else {
        lines.append("# \(header.name): nginx takes no '$' in a value")
        continue
      }
      let variable = "$sitegen_header_\(number + 1)"
      lines += ["", "set \(variable) \"\";"]
      lines += header.values.map { path, value in
        path.pieces == [.text(address.path), .anything]
          ? "set \(variable) \(Self.quoted(value));"
          : "if ($uri ~ \(Self.quoted("^\(path.expressionWithIndex)$"))) { set \(variable) \(Self.quoted(value)); }"
      }
      lines.append("add_header \(header.name) \(variable) always;")
    }
    return lines
  }

  private var nginxRedirects: [String] {
    guard !rules.plainRedirects.isEmpty else { return [] }
    var seen: Set<String> = []
    let lines = rules.plainRedirects.compactMap { rule -> String? in
      guard seen.insert(rule.from.written).inserted, !rule.to.contains("$") else { return nil }
      let target = rule.from.filling(rule.to) { "$\($0)" }
      let place =
        rule.from.plain.map { "= \(Self.quoted($0))" } ?? "~ \(Self.quoted("^\(rule.from.expression)$"))"
      return "location \(place) { return \(rule.status) \(Self.quoted(target)); }"
    }
    return [""] + lines
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}

extension PathPattern {
  /// The expression, with which a page is also known by the name of its file: nginx goes on with that.
  fileprivate var expressionWithIndex: String {
    written.hasSuffix("/") ? "\(expression)(index\\.html)?" : expression
  }
}

extension String {
  /// A media type without its encoding.
  fileprivate var bare: String { split(separator: ";").first.map(String.init) ?? self }
}

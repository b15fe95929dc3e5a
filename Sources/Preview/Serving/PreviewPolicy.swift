/// A site's Content-Security-Policy as the preview sends it: the site's own, with room for the preview's script.
struct PreviewPolicy {
  /// Where the preview answers: `http://127.0.0.1:8080`.
  let origin: String
  /// The hash of the script, for policies that trust nothing else.
  let scriptHash: String

  /// Adapts the value of the header; several policies are separated by commas.
  func adapting(_ header: String) -> String {
    header.split(separator: ",").map { adapted(String($0)) }.joined(separator: ", ")
  }

  private func adapted(_ policy: String) -> String {
    var directives = policy.split(separator: ";").map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
    // Over plain HTTP there is nothing to upgrade to.
    directives.removeAll { Self.forEncrypted.contains($0[0].lowercased()) }
    let elements = directives.contains { $0[0].lowercased() == "script-src-elem" }
    allow("\(origin)\(Internal.script)", in: elements ? "script-src-elem" : "script-src", of: &directives)
    allow("\(origin)", in: "connect-src", of: &directives)
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }

  private static let forEncrypted = ["upgrade-insecure-requests", "block-all-mixed-content"]

  private func allow(_ source: String, in name: String, of directives: inout [[String]]) {
    let place: Int
    if let own = directives.firstIndex(where: { $0[0].lowercased() == name }) {
      place = own
    } else if let common = directives.firstIndex(where: { $0[0].lowercased() == "default-src" }) {
      place = directives.count
      directives.append([name] + directives[common].dropFirst())
    } else {
      return
    }
    let sources = directives[place].dropFirst().map { $0.lowercased() }
    if sources.contains("'strict-dynamic'") {
      directives[place].append(scriptHash)
    } else if !sources.contains("'self'"), !sources.contains("*") {
      directives[place].removeAll { $0.lowercased() == "'none'" }
      directives[place].append(source)
    }
  }
}

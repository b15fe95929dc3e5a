import Inventory
import Language
import Nodes
import Templates

/// What the homelab answers to shortcodes, in all languages of a site.
struct HomelabAnswers: Sendable {
  private let views: [String: HomelabView]
  /// When the page of a file was published, up to the last moment of a day without a time.
  private let published: [String: Instant]

  init(views: [String: HomelabView], pages: [Page]) {
    self.views = views
    published = Dictionary(
      pages.compactMap { page in
        page.entry.dates.date.map { date in
          let end = date.hasTime ? date.instant : date.instant.adding(seconds: Instant.secondsPerDay - 1)
          return (page.entry.file.shownPath, end)
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The answers as shortcodes ask for them; nil for a site that declares no homelab.
  var function: Shortcodes.InventoryAnswer? {
    guard !views.isEmpty else { return nil }
    return { (request, reads) throws(HostRefusal) in try answer(to: request, &reads) }
  }

  /// The variables that a shortcode's template sees: those of the view, and `view` with its name.
  private func answer(
    to request: ShortcodeRequest, _ reads: inout Reads
  ) throws(HostRefusal) -> [String: Value] {
    guard let view = views[request.home.language] else { return [:] }
    reads.record(HomelabView.key)
    let time = try time(for: request)
    let node = try view.view(
      ViewRequest(request.name, words: request.positional, options: request.named), asOf: time,
      on: request.home.path)
    var variables: [String: Value] = [:]
    for entry in node.entries ?? [] { variables[entry.key] = Value(entry.value) }
    return variables
  }

  /// What shortcodes of a page told at their time and would now tell otherwise; none where everything still holds, or
  /// where one of them has a mistake, which is told at its place.
  func changes(since requests: [ShortcodeRequest], on home: Home, _ reads: inout Reads) -> Value {
    guard let view = views[home.language], !view.homelab.snapshots.isEmpty else { return .list([]) }
    reads.record(HomelabView.key)
    do throws(HostRefusal) {
      var told: [(request: ViewRequest, instant: Instant)] = []
      for request in requests {
        guard let instant = try time(for: request) else { continue }
        let asked = ViewRequest(request.name, words: request.positional, options: request.named)
        told.append((asked, instant))
      }
      return told.isEmpty ? .list([]) : Value(try view.changes(since: told, on: home.path))
    } catch {
      return .list([])
    }
  }

  /// The time that a shortcode looks back to: `as_of="post"`, `"build"` or a day; a dated page looks back to its own.
  private func time(for request: ShortcodeRequest) throws(HostRefusal) -> Instant? {
    let own = published[request.home.path]
    switch request.named.last(where: { $0.name == "as_of" })?.value {
    case nil, "post"?: return own
    case "build"?, "now"?: return nil
    case let day?:
      guard let parsed = CivilDay(rfc3339: day) else {
        throw HostRefusal(
          english: "'\(day)' is no time to look back to: write post, build or a day such as 2026-02-10",
          spanish: "«\(day)» no es un momento al que mirar: escribe post, build o un día como 2026-02-10")
      }
      return Instant(CivilMoment(parsed), offset: .utc).adding(seconds: Instant.secondsPerDay - 1)
    }
  }
}

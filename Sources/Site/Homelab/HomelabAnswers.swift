import Inventory
import Language
import Nodes
import Templates

/// What the homelab answers to pages, templates and shortcodes, in all languages of a site.
struct HomelabAnswers: Sendable {
  let views: [String: HomelabView]
  /// What has been looked at so far.
  let questions: HomelabQuestions
  /// When the page of a file was published, up to the last moment of a day without a time.
  private let published: [String: Instant]

  init(views: [String: HomelabView], pages: [Page], questions: HomelabQuestions) {
    self.views = views
    self.questions = questions
    // Without a homelab nobody asks.
    published = Dictionary(
      (views.isEmpty ? [] : pages).compactMap { page in
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
    let asked = HomelabSubject.DatedView(request: request.view, instant: try time(for: request))
    guard
      let map = try view.looked(.view(asked), on: request.home.path, &reads)?.entries(reads: &reads)
    else { return [:] }
    var variables: [String: Value] = [:]
    for name in map.names { variables[name] = map[Name(name)] }
    return variables
  }

  /// What shortcodes of a page told at their time and would now tell otherwise; none where everything still holds, or
  /// where one of them has a mistake, which is told at its place.
  func changes(since requests: [ShortcodeRequest], on home: Home, _ reads: inout Reads) -> Value {
    guard let view = views[home.language] else { return .list([]) }
    do throws(HostRefusal) {
      var told: [HomelabSubject.DatedView] = []
      for request in requests {
        guard let instant = try time(for: request) else { continue }
        told.append(HomelabSubject.DatedView(request: request.view, instant: instant))
      }
      return told.isEmpty ? .list([]) : try view.read(.changes(told), on: home.path, &reads)
    } catch {
      return .list([])
    }
  }

  /// The answer to what was asked in an earlier build; where it cannot be given, why not.
  func value(of subject: HomelabSubject) -> Value {
    guard let view = views[subject.language] else { return .none }
    do throws(HostRefusal) {
      return try view.value(of: subject.matter, on: "")
    } catch {
      return error.digested
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

extension ShortcodeRequest {
  fileprivate var view: ViewRequest { ViewRequest(name, words: positional, options: named) }
}

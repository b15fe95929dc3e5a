import Diagnostics
import Inventory
import Language
import Markdown
import Nodes
import Templates

extension HomelabView {
  /// The homelab in each language of a site; empty for a site that declares none.
  static func all(
    _ setting: PublicationSetting, _ assembly: Assembly, _ questions: HomelabQuestions
  ) -> [String: HomelabView] {
    guard let homelab = setting.homelab, !homelab.declared.records.isEmpty else { return [:] }
    var views: [String: HomelabView] = [:]
    for language in assembly.tree.languages {
      views[language] = HomelabView(
        homelab, in: language, root: assembly.settings.root(of: language), base: setting.base,
        zone: setting.zone, questions: questions)
    }
    return views
  }

  /// What a page of the inventory is called.
  func title(of page: InventoryPage) -> String {
    switch page {
    case .overview:
      homelab.declared.title?.text(in: wording.language)
        ?? wording.tongue.pick(en: "The homelab", es: "El homelab")
    case .cluster(let id): wording.title(of: EntityID(.cluster, id)) ?? id
    case .drift: wording.tongue.pick(en: "Drift", es: "Deriva")
    }
  }
}

extension Publication {
  /// What of the homelab is published, as JSON for programs.
  func inventoryData(_ reads: inout Reads) throws(Mistake) -> [UInt8] {
    reads.record(HomelabView.key)
    guard let view = homelab[assembly.settings.language] else { return [] }
    do throws(HostRefusal) {
      return Node([("version", 1), ("inventory", try view.everything(on: "inventory.json"))]).json()
    } catch {
      throw Mistake(ShortcodeFinding.refused(error), path: InventoryFolder.name, place: nil)
    }
  }
}

extension HostFunctions {
  /// `fact("cluster:gordito.version")`: its text, with all that is known of it as members.
  static func fact(_ call: inout HostCall, of homelab: HomelabView?) throws(HostRefusal) -> Value {
    let homelab = try Self.needed(homelab)
    guard let path = call.text(0, "path") else {
      throw HostRefusal(PublicationFinding.argumentNeeded("path", of: "fact"))
    }
    return .object(try homelab.looked(.fact(path), on: "template", &call.reads))
  }

  /// `inventory("nodes", cluster="data")`: a view as shortcodes of that name have it.
  static func view(_ call: inout HostCall, of homelab: HomelabView?) throws(HostRefusal) -> Value {
    let homelab = try Self.needed(homelab)
    guard let name = call.text(0, "view") else {
      throw HostRefusal(PublicationFinding.argumentNeeded("view", of: "inventory"))
    }
    let words = call.positional.dropFirst().map(\.shownText)
    let options = call.named.filter { $0.key != "view" }.sorted { $0.key < $1.key }
      .map { (name: $0.key, value: $0.value.shownText) }
    let request = ViewRequest(name, words: words, options: options)
    return .object(
      try homelab.looked(.view(.init(request: request, instant: nil)), on: "template", &call.reads))
  }

  private static func needed(_ homelab: HomelabView?) throws(HostRefusal) -> HomelabView {
    guard let homelab else { throw HostRefusal(ShortcodeFinding.noInventory("inventory")) }
    return homelab
  }
}

extension PageObject {
  /// What the page tells of the homelab and would now tell otherwise, as `{title, url, cells[]}`.
  func changed(_ reads: inout Reads) -> Value {
    guard let file, file.brief.hasShortcodes else { return .list([]) }
    let home = publication.home(of: subject)
    let requests = file.article.shortcodes.filter { Shortcodes.aboutInventory.contains($0.name) }.map {
      ShortcodeRequest(name: $0.name, positional: $0.positional, named: $0.named, home: home)
    }
    return publication.homelabAnswers.changes(since: requests, on: home, &reads)
  }

  /// What a page of the inventory is about: `{page, id, url}`; none for any other page.
  var inventoryPage: Value {
    guard case .inventory(let page, let language) = subject else { return .none }
    let (name, id): (Value, Value) =
      switch page {
      case .overview: ("overview", .none)
      case .cluster(let id): ("cluster", .text(id))
      case .drift: ("drift", .none)
      }
    let url = publication.homelab[language].map { view.path($0.addresses.url(of: .overview)) } ?? Value.none
    return .record(("page", name), ("id", id), ("url", url))
  }

  /// The cluster that a page of the inventory is about, with the tables of what belongs to it.
  func cluster(_ reads: inout Reads) -> Value {
    guard case .inventory(.cluster(let id), let language) = subject,
      let homelab = publication.homelab[language]
    else { return .none }
    return homelab.shown(.cluster(id), &reads)
  }
}

extension SiteObject {
  /// The homelab as every page sees it: all that may be shown, with where its pages are; none for a site without one.
  func inventory(_ reads: inout Reads) -> Value {
    reads.record(FactKey.site(Member.inventory.rawValue, in: view.language))
    return view.publication.homelab[view.language]?.shown(.overview, &reads) ?? .none
  }
}

extension Article {
  /// All shortcodes of a text, also those inside others.
  fileprivate var shortcodes: [Shortcode] {
    holes.flatMap { hole -> [Shortcode] in
      guard case .shortcode(let shortcode) = hole.kind else { return [] }
      return [shortcode] + (shortcode.article?.shortcodes ?? [])
    }
  }
}

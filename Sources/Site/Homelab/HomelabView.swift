import Diagnostics
import Inventory
import Language
import Nodes
import Templates

/// The homelab as pages of one language show it: every value is looked at on its way into a page, and what must not be
/// published stops the build.
struct HomelabView: Sendable {
  let homelab: Homelab
  let wording: Wording
  let addresses: InventoryAddresses
  let base: BaseURL
  /// What has been looked at so far.
  let questions: HomelabQuestions
  /// All that may be shown, as `site.inventory`.
  private(set) var overview = Value.none
  /// The page of each cluster, by its id.
  private(set) var clusters: [String: Value] = [:]
  /// What keeps facts from being published.
  private(set) var refusals: [HostRefusal] = []

  init(
    _ homelab: Homelab, in language: String, root: String, base: BaseURL, zone: Zone,
    questions: HomelabQuestions
  ) {
    self.homelab = homelab
    self.questions = questions
    self.base = base
    let tongue = Tongue(of: language)
    wording = Wording(of: homelab, in: tongue, language: language, zone: zone)
    addresses = InventoryAddresses(root: root, tongue: tongue)
    prepare()
  }

  /// Makes what many pages show once for all.
  private mutating func prepare() {
    do throws(HostRefusal) {
      var entries = (try everything(on: "inventory.json").entries ?? []).map { ($0.key, $0.value) }
      entries.append(("url", Node(base.path(of: addresses.url(of: .overview)))))
      let drift = homelab.hasObserved ? Node(base.path(of: addresses.url(of: .drift))) : Node.null
      entries.append(("drift_url", drift))
      overview = Value(Node(entries))
      for page in homelab.pages {
        guard case .cluster(let id) = page else { continue }
        let view = try view(ViewRequest("cluster", words: [id]), on: addresses.url(of: page))
        var facts = (view.entries ?? []).map { ($0.key, $0.value) }
        if view["verdict"] != nil {
          let drift = try self.view(
            ViewRequest("drift", options: [("cluster", id)]), on: addresses.url(of: page))
          facts.append(("drift", drift["drift"] ?? .null))
        }
        clusters[id] = Value(Node(facts))
      }
    } catch {
      refusals.append(error)
    }
  }

  /// The key of the inventory as a whole, with the state of its facts.
  static let key = Name("homelab").id

  /// A view by its name, as templates see it; `instant` is the time that the page looks back to.
  func view(_ request: ViewRequest, asOf instant: Instant? = nil, on page: String) throws(HostRefusal) -> Node
  {
    let homelab = instant.map { self.homelab.asOf($0) } ?? self.homelab
    return try publishable(on: page) { () throws(FactFinding) in try homelab.view(request, wording: wording) }
  }

  /// The fact at a path such as `cluster:gordito.version`.
  func fact(_ path: String, on page: String) throws(HostRefusal) -> Node {
    try publishable(on: page) { () throws(FactFinding) in try homelab.fact(path).node(in: wording) }
  }

  /// Everything that may be shown.
  func everything(on page: String) throws(HostRefusal) -> Node {
    try publishable(on: page) { () throws(FactFinding) in homelab.node(wording: wording) }
  }

  /// What a page told at a time and would now tell otherwise.
  func changes(since told: [(request: ViewRequest, instant: Instant)], on page: String) throws(HostRefusal)
    -> Node
  {
    try publishable(on: page) { () throws(FactFinding) in
      try homelab.changes(since: told, wording: wording)
    }
  }

  private func publishable(
    on page: String, _ make: () throws(FactFinding) -> Node
  ) throws(HostRefusal) -> Node {
    let node: Node
    do throws(FactFinding) { node = try make() } catch { throw HostRefusal(error) }
    var passage = InventoryPassage(policy: homelab.declared.publish, page: page) { url(of: $0) }
    let passed = passage.passed(node, fact: "")
    if let leak = passage.leaks.first { throw HostRefusal(leak) }
    return passed
  }

  /// Where a thing has its page; nil for one that has none.
  private func url(of reference: String) -> String? {
    guard let entity = Reference(text: reference)?.entity, entity.kind == .cluster,
      homelab.declared[entity] != nil, homelab.disclosure.shows(entity)
    else { return nil }
    return base.path(of: addresses.url(of: .cluster(entity.id)))
  }
}

import Nodes

/// What the manifests of a checkout deliver, by the names that a cluster gives it.
struct Deliveries {
  private let checkout: Checkout
  private(set) var all: [String: ObservedDelivery] = [:]

  init(of checkout: Checkout) {
    self.checkout = checkout
    for document in checkout.documents {
      switch Self.kind(of: document.node) {
      case "helm.toolkit.fluxcd.io/HelmRelease": addHelmRelease(document)
      case "kustomize.toolkit.fluxcd.io/Kustomization": addKustomization(document)
      case "source.toolkit.fluxcd.io/GitRepository": addRepository(document, as: "gitrepository")
      case "source.toolkit.fluxcd.io/OCIRepository": addRepository(document, as: "ocirepository")
      case "argoproj.io/Application": addApplication(document)
      case "argoproj.io/ApplicationSet": addApplications(AppFolders.all(of: document.node))
      default: continue
      }
    }
  }

  /// The group and kind of a document: `argoproj.io/Application`.
  private static func kind(of node: Node) -> String {
    let group = node["apiVersion"]?.text?.split(separator: "/").first.map(String.init) ?? ""
    return "\(group)/\(node["kind"]?.text ?? "")"
  }
}

extension Deliveries {
  private mutating func addHelmRelease(_ document: Checkout.Document) {
    guard let key = key(of: document, as: "helmrelease"), let spec = document.node["spec"] else { return }
    var delivery = ObservedDelivery()
    delivery.isSuspended = spec["suspend"]?.boolean == true
    delivery.namespace = PlainText.name(spec["targetNamespace"]?.text) ?? namespace(of: document)
    if let chart = spec["chart"]?["spec"] {
      delivery.chart = Self.lastPart(chart["chart"]?.text)
      delivery.chartVersion = PlainText.version(chart["version"]?.text)
    } else if let reference = spec["chartRef"] {
      let name = reference["name"]?.text
      delivery.chart = PlainText.name(name)
      let target = referred(by: reference, from: document)?["spec"]
      switch reference["kind"]?.text {
      case "OCIRepository":
        delivery.chart = Self.lastPart(target?["url"]?.text) ?? delivery.chart
        delivery.chartVersion = Self.version(of: target?["ref"])
      case "HelmChart":
        delivery.chart = Self.lastPart(target?["chart"]?.text) ?? delivery.chart
        delivery.chartVersion = PlainText.version(target?["version"]?.text)
      default: break
      }
    }
    all[key] = delivery
  }

  private mutating func addKustomization(_ document: Checkout.Document) {
    guard let key = key(of: document, as: "kustomization"), let spec = document.node["spec"] else { return }
    var delivery = ObservedDelivery()
    delivery.isSuspended = spec["suspend"]?.boolean == true
    delivery.namespace = PlainText.name(spec["targetNamespace"]?.text)
    all[key] = delivery
  }

  /// A repository by the branch or tag it follows; its address is never told.
  private mutating func addRepository(_ document: Checkout.Document, as kind: String) {
    guard let key = key(of: document, as: kind), let spec = document.node["spec"] else { return }
    var delivery = ObservedDelivery()
    delivery.isSuspended = spec["suspend"]?.boolean == true
    let reference = spec["ref"]
    delivery.revision =
      PlainText.branch(reference?["branch"]?.text) ?? PlainText.branch(reference?["tag"]?.text)
    all[key] = delivery
  }

  private mutating func addApplication(_ document: Checkout.Document) {
    guard let name = PlainText.name(document.node["metadata"]?["name"]?.text),
      let spec = document.node["spec"]
    else { return }
    var delivery = ObservedDelivery()
    delivery.namespace = PlainText.name(spec["destination"]?["namespace"]?.text)
    let sources = [spec["source"]].compactMap { $0 } + (spec["sources"]?.list ?? [])
    if let source = sources.first(where: { $0["chart"] != nil }) {
      delivery.chart = Self.lastPart(source["chart"]?.text)
      delivery.chartVersion = PlainText.version(source["targetRevision"]?.text)
    } else {
      delivery.revision = PlainText.branch(sources.first?["targetRevision"]?.text)
      let folders = sources.compactMap { $0["path"]?.text }
      if let folder = folders.first(where: { checkout.charts[$0] != nil }),
        let chart = checkout.charts[folder]
      {
        (delivery.chart, delivery.chartVersion) = (chart.name, chart.version)
      }
    }
    let space = PlainText.name(document.node["metadata"]?["namespace"]?.text) ?? Self.argoNamespace
    all["application/\(space)/\(name)"] = delivery
  }

  /// Adds a folder for each application, with the chart it wraps.
  mutating func addApplications(_ patterns: [AppFolders]) {
    for pattern in patterns {
      for folder in checkout.folders.sorted() where pattern.matches(folder) {
        guard let name = Self.lastPart(folder) else { continue }
        var delivery = ObservedDelivery()
        delivery.chart = checkout.charts[folder]?.name
        delivery.chartVersion = checkout.charts[folder]?.version
        delivery.namespace = checkout.namespaces[folder]
        let key = "application/\(Self.argoNamespace)/\(name)"
        if all[key] == nil { all[key] = delivery }
      }
    }
  }

  /// Where Argo CD keeps its applications unless it is told otherwise.
  private static let argoNamespace = "argocd"
}

extension Deliveries {
  /// `helmrelease/media/jellyfin`; without the namespace where nothing tells it.
  private func key(of document: Checkout.Document, as kind: String) -> String? {
    guard let name = PlainText.name(document.node["metadata"]?["name"]?.text) else { return nil }
    return namespace(of: document).map { "\(kind)/\($0)/\(name)" } ?? "\(kind)/\(name)"
  }

  /// The namespace of a document: its own, or the one that the nearest `kustomization.yaml` gives.
  private func namespace(of document: Checkout.Document) -> String? {
    if let own = PlainText.name(document.node["metadata"]?["namespace"]?.text) { return own }
    var folder = document.folder
    while true {
      if let name = checkout.namespaces[folder] { return name }
      if folder.isEmpty { return nil }
      folder = Checkout.parent(of: folder)
    }
  }

  /// The object that a reference names; of several with its name the nearest one.
  private func referred(by reference: Node, from document: Checkout.Document) -> Node? {
    let space = reference["namespace"]?.text ?? namespace(of: document)
    let named = checkout.documents.filter {
      $0.node["kind"]?.text == reference["kind"]?.text
        && $0.node["metadata"]?["name"]?.text == reference["name"]?.text
    }
    let fitting = named.filter { namespace(of: $0) == space }
    let candidates = fitting.isEmpty && reference["namespace"] == nil ? named : fitting
    return candidates.max { Self.shared($0.path, document.path) < Self.shared($1.path, document.path) }?.node
  }

  private static func shared(_ one: String, _ other: String) -> Int {
    zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
  }

  private static func version(of reference: Node?) -> String? {
    // A digest behind the tag belongs to the artefact, not to the version.
    let tag = reference?["tag"]?.text?.split(separator: "@").first.map(String.init)
    return PlainText.version(tag ?? reference?["semver"]?.text)
  }

  private static func lastPart(_ path: String?) -> String? {
    PlainText.name(path?.split(separator: "/").last.map(String.init))
  }
}

import Nodes

extension Observed {
  /// Takes what may be known of a Flux Kustomization: never its substitutions or messages.
  mutating func add(kustomization: Node) {
    let item = Item(kustomization)
    guard let key = item.key("kustomization") else { return }
    var facts = ObservedDelivery(item)
    let revision = Revision(item.status["lastAppliedRevision"]?.text)
    (facts.revision, facts.commit) = (revision?.name, revision?.commit)
    deliveries[key] = facts
  }

  /// Takes what may be known of a Flux HelmRelease: never its values; what it runs is the newest of its history.
  mutating func add(helmRelease: Node) {
    let item = Item(helmRelease)
    guard let key = item.key("helmrelease") else { return }
    var facts = ObservedDelivery(item)
    let newest = item.status["history"]?.list?.first
    facts.chart = PlainText.name(newest?["chartName"]?.text)
    facts.chartVersion = PlainText.version(newest?["chartVersion"]?.text)
    facts.version = PlainText.version(newest?["appVersion"]?.text)
    deliveries[key] = facts
  }

  /// Takes what may be known of a Flux GitRepository: never its address.
  mutating func add(gitRepository: Node) {
    let item = Item(gitRepository)
    guard let key = item.key("gitrepository") else { return }
    var facts = ObservedDelivery(item)
    let revision = Revision(item.status["artifact"]?["revision"]?.text)
    (facts.revision, facts.commit) = (revision?.name, revision?.commit)
    deliveries[key] = facts
  }

  /// Takes what may be known of a Flux OCIRepository: never its address; it follows a tag, a range or a digest.
  mutating func add(ociRepository: Node) {
    let item = Item(ociRepository)
    guard let key = item.key("ocirepository") else { return }
    var facts = ObservedDelivery(item)
    let wanted = item.spec["ref"]
    facts.revision = PlainText.range(wanted?["tag"]?.text ?? wanted?["semver"]?.text)
    facts.version = Revision(item.status["artifact"]?["revision"]?.text)?.name
    deliveries[key] = facts
  }

  /// Takes what may be known of an Argo CD Application: never its sources, parameters or messages.
  mutating func add(application: Node) {
    let item = Item(application)
    guard let key = item.key("application") else { return }
    var facts = ObservedDelivery()
    facts.namespace = PlainText.name(item.spec["destination"]?["namespace"]?.text)
    facts.sync = PlainText.word(item.status["sync"]?["status"]?.text)
    facts.health = PlainText.word(item.status["health"]?["status"]?.text)
    facts.commit = PlainText.commit(item.status["sync"]?["revision"]?.text)
    facts.images = (item.status["summary"]?["images"]?.list ?? []).compactMap {
      ObservedImage(reference: $0.text)
    }
    deliveries[key] = facts
  }
}

extension ObservedDelivery {
  /// What all objects of Flux tell alike.
  fileprivate init(_ item: Item) {
    self.init()
    let ready = item.condition("Ready")
    isReady = ready?.isTrue
    reason = ready?.reason
    isSuspended = item.spec["suspend"]?.boolean == true
  }
}

/// What Flux calls a revision: `main@sha1:0fa4…`, `refs/tags/v1.2.3@sha1:…`, `75.15.1@sha256:…`, or a digest alone.
private struct Revision {
  /// The branch, tag or version.
  let name: String?
  let commit: String?

  init?(_ text: String?) {
    guard let text else { return nil }
    // A branch may hold an @ of its own: the last one begins the digest.
    let digest = text.lastIndex(of: "@").map { text[$0...].dropFirst() } ?? text[...]
    let named = digest.startIndex == text.startIndex ? "" : text[..<text.index(before: digest.startIndex)]
    let prefixes = ["refs/tags/", "refs/heads/"]
    let short = prefixes.first { named.hasPrefix($0) }.map { named.dropFirst($0.count) } ?? named
    name = PlainText.branch(String(short))
    let sum = digest.split(separator: ":", maxSplits: 1)
    commit = sum.count == 2 && sum[0] == "sha1" ? PlainText.commit(String(sum[1])) : nil
  }
}

extension PlainText {
  /// A tag, or a range of versions: `0.19.x`, `>=1.0.0 <2.0.0`.
  fileprivate static func range(_ text: String?) -> String? {
    guard let text, !text.isEmpty, text.utf8.count <= 64 else { return nil }
    let signs = Set("<>=~^ ,|*".utf8)
    let versions = text.utf8.split { signs.contains($0) }
    return versions.allSatisfy { version(String(Substring($0))) != nil } ? text : nil
  }
}

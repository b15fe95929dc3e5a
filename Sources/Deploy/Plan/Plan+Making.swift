extension Plan {
  /// Compares a site with what is known of the target.
  public init(publishing files: [SiteFile], over state: TargetState, keepAssets: Int) {
    let before = state.manifest
    let number = (before?.deploy ?? 0) + 1
    var entries: [String: Manifest.Entry] = [:]
    var pending: [String: Manifest.Entry] = [:]
    var uploads: [Upload] = []
    entries.reserveCapacity(files.count)
    for file in files {
      var entry = Manifest.Entry(file)
      let reason = Self.reason(to: entry, at: file.key, state)
      if reason == nil { entry.stored = before?.files[file.key]?.stored }
      entries[file.key] = entry
      guard let reason else { continue }
      uploads.append(Upload(file: file, reason: reason))
      // Where the same bytes lie there already, their being there proves nothing.
      let liesThere = state.objects?[file.key]?.md5.map { $0 == file.fingerprint.md5 } ?? false
      if reason != .headers, !liesThere {
        pending[file.key] = entry
      }
    }
    var deletes: [String] = []
    var kept: [String] = []
    for (key, entry) in before?.files ?? [:] where entries[key] == nil {
      guard state.objects.map({ $0[key] != nil }) ?? true else { continue }
      var unused = entry
      unused.unusedSince = entry.unusedSince ?? number
      let deploys = number - (entry.unusedSince ?? number)
      if Phase.isFingerprinted(key), deploys < keepAssets {
        entries[key] = unused
        kept.append(key)
      } else {
        deletes.append(key)
        pending[key] = entry
      }
    }
    let foreign = (state.objects ?? [:]).keys.filter {
      entries[$0] == nil && before?.files[$0] == nil && !$0.hasPrefix(Self.ownFolder)
    }
    self.init(
      uploads: uploads.sorted { ($0.file.phase, $0.file.key) < ($1.file.phase, $1.file.key) },
      deletes: deletes.sorted(), kept: kept.sorted(), unchanged: files.count - uploads.count,
      foreign: foreign.sorted(),
      manifest: Manifest(deploy: number, files: entries), pending: Manifest(deploy: number, files: pending),
      publishedBefore: before?.files.count ?? 0)
  }

  /// What lies here is our own record and lock.
  static let ownFolder = ".deploy/"

  /// Why a file must be sent; nil when it is there already.
  private static func reason(to entry: Manifest.Entry, at key: String, _ state: TargetState) -> Reason? {
    let object = state.objects?[key]
    guard let old = state.manifest?.files[key] else {
      // Without a record the store's own digest tells whether somebody sent these very bytes before.
      return object == nil ? .new : .changed
    }
    if state.objects != nil, object == nil { return .missing }
    if old.fingerprint != entry.fingerprint { return .changed }
    if let object, !old.fits(object) { return .overwritten }
    return old.headers == entry.headers ? nil : .headers
  }
}

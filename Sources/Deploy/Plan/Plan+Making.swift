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
      let old = before?.files[file.key]
      guard let reason = Self.reason(to: entry, over: old, state.objects.map { $0[file.key] }) else {
        entry.stored = old?.stored
        entries[file.key] = entry
        continue
      }
      entries[file.key] = entry
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
  ///
  /// - `object` is what the target lists in its place; nil where it lists nothing at all.
  private static func reason(
    to entry: Manifest.Entry, over old: Manifest.Entry?, _ object: TargetState.Object??
  ) -> Reason? {
    guard let old else {
      // Without a record the store's own digest tells whether somebody sent these very bytes before.
      return object.flatMap(\.self) == nil ? .new : .changed
    }
    switch object {
    case .some(nil): return .missing
    case _ where old.fingerprint != entry.fingerprint: return .changed
    case .some(.some(let object)) where !old.fits(object): return .overwritten
    default: return old.headers == entry.headers ? nil : .headers
    }
  }
}

extension Plan {
  /// Compares a site with what is known of the target.
  public init(publishing files: [SiteFile], over state: TargetState, keepAssets: Int) {
    let before = state.manifest
    let number = (before?.deploy ?? 0) + 1
    var entries: [String: Manifest.Entry] = [:]
    var pending: [String: Manifest.Entry] = [:]
    var uploads: [Upload] = []
    for file in files {
      entries[file.key] = Manifest.Entry(file)
      guard let reason = Self.reason(to: file, state) else {
        entries[file.key]?.stored = before?.files[file.key]?.stored
        continue
      }
      uploads.append(Upload(file: file, reason: reason))
      // Where the same bytes lie there already, their being there proves nothing.
      if reason != .headers, state.objects?[file.key]?.md5 != file.fingerprint.md5 {
        pending[file.key] = entries[file.key]
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
  private static func reason(to file: SiteFile, _ state: TargetState) -> Reason? {
    let object = state.objects?[file.key]
    guard let entry = state.manifest?.files[file.key] else {
      // Without a record the store's own digest tells whether somebody sent these very bytes before.
      return object == nil ? .new : .changed
    }
    if state.objects != nil, object == nil { return .missing }
    if entry.fingerprint != file.fingerprint { return .changed }
    if let object, !entry.fits(object) { return .overwritten }
    return entry.headers == file.headers.fingerprint ? nil : .headers
  }
}

extension Manifest {
  /// What is ours at a target where a deploy was cut short: `before` is the record of the last that was not, `pending`
  /// what the one after it was going to do, and the objects show how far it came.
  ///
  ///     pending says                     the object is    then it is
  ///     page.html is going to be sent    those bytes      what was sent
  ///     page.html is going to be sent    other bytes      what it was before, or unknown
  ///     old.html is going to be deleted  still there      ours still, so that the next deploy deletes it
  static func resumed(
    _ before: Manifest?, pending: Manifest, objects: [String: TargetState.Object]
  ) -> Manifest {
    var manifest = before ?? Manifest(deploy: pending.deploy - 1, files: [:])
    for (key, entry) in pending.files {
      guard let object = objects[key] else { continue }
      if object.md5 == entry.storedMD5 {
        manifest.files[key] = entry
      } else if manifest.files[key] == nil {
        manifest.files[key] = .unknown
      }
    }
    return manifest
  }

  /// The same where nobody tells what the objects hold: all that was going to be sent or deleted is ours, and unknown.
  static func doubted(_ before: Manifest?, pending: Manifest) -> Manifest {
    var manifest = before ?? Manifest(deploy: pending.deploy - 1, files: [:])
    for key in pending.files.keys { manifest.files[key] = .unknown }
    return manifest
  }
}

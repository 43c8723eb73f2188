// Tokens that their vendors mark, so that they can be told anywhere. Each begins with what the vendor documents, and is as long as it may be.

/** Prefix, and what follows. Case matters. */
export const VENDOR_TOKENS: readonly string[] = [
  // Code and packages
  "gh[opsru]_\\w{20,}|github_pat_\\w{20,}",
  "gl(?:pat|dt|rt|rtr|cbt|ptt|ft|soat|imt|agent|oas|ffct|wt)-[\\w.-]{16,}|GR1348941[\\w-]{16,}",
  "ATATT3x[\\w=-]{40,}|ATBB\\w{24,}|npm_\\w{30,}|pypi-AgE[\\w-]{40,}|rubygems_[0-9a-f]{32,}|AKCp\\w{40,}|sgp_\\w{32,}",
  "dckr_(?:pat|oat)_[\\w-]{20,}|CCIPAT_\\w{20,}|bkua_\\w{30,}|nfp_\\w{30,}|figd_[\\w-]{30,}|PMAK-[\\w-]{40,}|pul-[0-9a-f]{32,}",
  // Clouds and databases
  "AIza[\\w-]{30,}|ya29\\.[\\w-]{20,}|GOCSPX-[\\w-]{20,}|1//0[\\w-]{30,}|gAAAAA[\\w-]{40,}={0,2}",
  "[\\w+/]{40,100}(?:AZDO|ACDb|\\+ASt|\\+ACR)\\w{4,}={0,2}|\\w{3}\\dQ~[\\w.~-]{30,}",
  "do[opr]_v1_[0-9a-f]{32,}|dapi[0-9a-f]{32}|pscale_(?:tkn|pw|oauth)_[\\w.-]{30,}|sbp_[0-9a-f]{32,}|HRKU-[\\w-]{30,}|fm2_[\\w+/=-]{40,}",
  "tskey-[a-z]{3,10}-[\\w-]{16,}|dt0c01\\.\\w{20,}\\.\\w{32,}|hv[bsr]\\.[\\w-]{20,}|dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{32,}",
  "\\w{14}\\.atlasv1\\.[\\w-]{40,}|ops_eyJ[\\w-]{40,}",
  // Talk, money, watching
  "xox[a-z](?:\\.xox[a-z])?-[\\w-]{10,}|xapp-\\d-[\\w-]{20,}|SG\\.[\\w-]{16,}(?:\\.[\\w-]{16,})?|\\d{8,10}:AA[\\w-]{30,}|key-[0-9a-f]{32}",
  "[sr]k_(?:live|test)_\\w{10,}|whsec_[\\w+/=-]{20,}|sq0[a-z]{3}-[\\w-]{20,}|shp(?:at|ss|ca|pa)_[0-9a-f]{32}",
  "glsa_\\w{30,}|glc_[\\w+/=-]{30,}|sntry[su]_[\\w+/=-]{40,}|NRAK-[A-Z0-9]{20,}",
  // Models
  "sk-(?:proj|ant|svcacct|admin)-[\\w-]{16,}|sk-[a-zA-Z0-9]{32,}|hf_\\w{30,}|lin_api_\\w{30,}|ntn_\\w{40,}",
];

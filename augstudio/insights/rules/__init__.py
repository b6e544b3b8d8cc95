"""The rules: each looks at one thing, says what it measured, and is silent where that proves nothing."""
